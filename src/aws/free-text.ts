import type { ServiceName } from './clients.ts';

/** Members of AWS's answers that no collector takes and that may hold anything: what people wrote about a thing, and what they hand to their containers. */
const UNDECLARED =
  /^(\w*Description|\w*MetadataProperties|\$?[mM]etadata|Environment|HyperParameters|UserData|ModelCard|ContainerHostname|AuthorizedUrl|ErrorReason|Content(Type|Disposition|Language)|CacheControl)$/;

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null || value instanceof Date || ArrayBuffer.isView(value);

const isName = (tag: unknown): boolean => (Object(tag) as { readonly Key?: unknown }).Key === 'Name';

/** Policies decide by the tags of roles and users; of all other things the name is shown. */
const tagsOf = (tags: unknown, service: ServiceName): unknown => (service === 'iam' || !Array.isArray(tags) ? tags : tags.filter(isName));

/** An answer without the texts that no fact declares: what is kept on a disk holds no more than facts do. Dates and bytes stay. */
export const withoutFreeText = (value: unknown, service: ServiceName): unknown => {
  if (isScalar(value)) return value;
  if (Array.isArray(value)) return value.map((part) => withoutFreeText(part, service));
  const declared = Object.entries(value as object).filter(([name]) => !UNDECLARED.test(name));
  return Object.fromEntries(declared.map(([name, part]) => [name, withoutFreeText(name === 'Tags' ? tagsOf(part, service) : part, service)]));
};
