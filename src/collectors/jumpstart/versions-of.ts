import type { ListedVersion } from '../../aws/operations/jumpstart.ts';
import { meansVersion } from '../../reason/references.ts';

const numbersIn = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

/** Newest first, by number: 10.0.0 comes before 9.0.0. */
const newestFirst = (a: ListedVersion, b: ListedVersion): number => {
  const [left, right] = [numbersIn(a.version), numbersIn(b.version)];
  const longest = Math.max(left.length, right.length);
  for (let part = 0; part < longest; part += 1) {
    const difference = (right[part] ?? 0) - (left[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The versions of one model, newest first. */
export const versionsOf = (manifest: readonly ListedVersion[], modelId: string): readonly ListedVersion[] =>
  manifest.filter((entry) => entry.modelId === modelId).toSorted(newestFirst);

/** The versions that a plan may mean, newest first. */
export const matchingVersions = (versions: readonly ListedVersion[], wanted: string): readonly ListedVersion[] =>
  versions.filter(({ version }) => meansVersion(wanted, version));
