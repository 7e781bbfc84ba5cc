const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The text of a policy document. IAM sends documents URL-encoded (RFC 3986); one that is JSON as it stands is left alone,
 * since its strings may hold percent signs of their own. Text that is neither is left as it came, for the validator to judge.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html
 */
export const policyText = (document: string): string => (isJson(document) ? document : unescaped(document));
