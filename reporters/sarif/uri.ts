const DRIVE = /^[A-Za-z]:\//;

const isAbsolute = (path: string): boolean => path.startsWith('/') || DRIVE.test(path);

// A lone surrogate has no UTF-8 form, and so none in a URI.
const encoded = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));

const withoutDots = (segments: readonly string[]): readonly string[] => {
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else if (segment !== '.' && segment !== '') path.push(segment);
  }
  return path;
};

/** The root of the repository, whose place on this machine nobody needs to know. */
export const ROOT = '%SRCROOT%';

/** A file as SARIF names one. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: typeof ROOT;
}

/** A path as a URI: relative to the root of the repository, unless it is absolute. A backslash separates folders. */
export const artifactLocation = (file: string): ArtifactLocation => {
  const path = file.replaceAll('\\', '/');
  const segments = withoutDots(path.split('/'));
  if (!isAbsolute(path)) return { uri: segments.map(encoded).join('/'), uriBaseId: ROOT };
  const [first = '', ...rest] = segments;
  return { uri: `file:///${[DRIVE.test(path) ? first : encoded(first), ...rest.map(encoded)].join('/')}` };
};

/** An address as a URI: what may not stand in one is encoded, and nothing twice. */
export const addressUri = (address: string): string => address.replace(/[^\x21-\x7e]|["<>[\]\\^`{|}]/gu, encoded);
