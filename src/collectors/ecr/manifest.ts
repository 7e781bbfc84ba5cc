/** What an image manifest or an index of manifests leads to. Sources: https://github.com/opencontainers/image-spec/blob/main/manifest.md, https://github.com/opencontainers/image-spec/blob/main/image-index.md */
export type ManifestLead =
  /** A manifest: the digest of the image's configuration. */
  | { readonly kind: 'configuration'; readonly digest: string }
  /** An index: the digest of the member that SageMaker would need, or of the first. */
  | { readonly kind: 'member'; readonly digest: string }
  /** Neither, or a form that names no configuration. */
  | { readonly kind: 'none' };

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});

const parsed = (text: string): Fields => {
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
};

const DIGEST = /^sha256:[0-9a-f]{64}$/;
const digestOf = (descriptor: unknown): string | undefined => {
  const { digest } = fieldsOf(descriptor);
  return typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
};

const platformOf = (member: unknown): string => {
  const { os, architecture } = fieldsOf(fieldsOf(member)['platform']);
  return `${os}/${architecture}`;
};

/** Builders add attestations to an index, under this platform: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const ATTESTATION = 'unknown/unknown';

const wanted = (members: readonly unknown[]): unknown =>
  members.find((member) => platformOf(member) === 'linux/amd64') ?? members.find((member) => platformOf(member) !== ATTESTATION) ?? members[0];

/** Reads a manifest's text; whatever it is, it never throws. */
export const leadOf = (manifest: string): ManifestLead => {
  const { config, manifests } = parsed(manifest);
  const configuration = digestOf(config);
  if (configuration !== undefined) return { kind: 'configuration', digest: configuration };
  const member = digestOf(Array.isArray(manifests) ? wanted(manifests) : undefined);
  return member === undefined ? { kind: 'none' } : { kind: 'member', digest: member };
};
