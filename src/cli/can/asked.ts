import type { RequestContext } from '../../model/permission.ts';
import { partitionOf } from '../../reason/arn.ts';
import { parseImageUri, parseS3Uri } from '../../reason/references.ts';
import { stop } from '../../run/stop.ts';

/** What somebody asks: may this principal do these actions on these resources? */
export interface Asked {
  /** An ARN, a name, or one of the words `me`, `deployer` and `execution-role`. */
  readonly who: string;
  readonly actions: readonly string[];
  /** ARNs, `*`, and what stands for an ARN: `s3://…`, image URIs, `alias/…`. */
  readonly resources: readonly string[];
  readonly context: RequestContext;
}

const ACTION = /^[A-Za-z0-9-]+:[A-Za-z0-9]+$/;
const RESOURCE = /^arn:|^\*$|^s3:\/\/|^alias\/|^\d{12}\.dkr[.-]ecr/;

const unreadable = (word: string): Error =>
  /^[A-Za-z0-9-]+:.*[*?]/.test(word)
    ? stop(`${word} holds a wildcard — ask about one action at a time, by its full name`)
    : stop(`"${word}" is neither an action (s3:GetObject) nor a resource (arn:…, s3://bucket/key, alias/name, an image’s address, "*")`);

const pairOf = (text: string): readonly [key: string, value: string] => {
  const at = text.indexOf('=');
  const key = text.slice(0, at);
  if (at < 1 || !/^[^:\s]+:\S/.test(key)) throw stop(`--context ${text} is no condition key with its value — it looks like --context aws:SourceIp=203.0.113.7`);
  return [key, text.slice(at + 1)];
};

/** Reads `--context`: a key that is said twice holds several values; `key=` says that AWS will not send it. */
export const contextOf = (texts: readonly string[]): RequestContext => {
  const values = new Map<string, readonly string[]>();
  for (const [key, value] of texts.map(pairOf)) values.set(key, [...(values.get(key) ?? []), ...(value === '' ? [] : [value])]);
  return Object.fromEntries([...values].map(([key, held]) => [key, held.length === 1 ? (held[0] ?? '') : held]));
};

/** Tells actions and resources apart. Throws a Stop at a word that is neither. */
export const askedOf = (who: string, words: readonly string[], context: readonly string[]): Asked => {
  const stray = words.find((word) => !ACTION.test(word) && !RESOURCE.test(word));
  if (stray !== undefined) throw unreadable(stray);
  const isResource = (word: string): boolean => RESOURCE.test(word);
  const actions = words.filter((word) => !isResource(word));
  if (actions.length === 0) throw stop('name an action, for example: sageready can me s3:GetObject s3://bucket/key');
  return { who, actions: [...new Set(actions)], resources: [...new Set(words.filter(isResource))], context: contextOf(context) };
};

const imageArn = (uri: string): string | undefined => {
  const image = parseImageUri(uri) ?? parseImageUri(`${uri}:latest`);
  return image?.ecr && `arn:${partitionOf(image.ecr.region)}:ecr:${image.ecr.region}:${image.ecr.account}:repository/${image.repository}`;
};

const s3Arn = (uri: string, region: string): string => {
  const location = parseS3Uri(uri);
  if (location?.via === 'access-point') throw stop(`${uri}: access points have policies of their own, which are not read — name the bucket’s ARN`);
  return `arn:${partitionOf(region)}:s3:::${uri.slice('s3://'.length).replace(/\/$/, '')}`;
};

/** The ARN that a resource word stands for; undefined: it is `*`. */
export const arnOf = (word: string, place: { readonly region: string; readonly account: string }): string | undefined => {
  if (word === '*') return undefined;
  if (word.startsWith('s3://')) return s3Arn(word, place.region);
  if (word.startsWith('alias/')) return `arn:${partitionOf(place.region)}:kms:${place.region}:${place.account}:${word}`;
  return word.startsWith('arn:') ? word : imageArn(word);
};
