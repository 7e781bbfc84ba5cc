interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** The name that somebody gave a thing: its tag `Name`. None: nobody did. */
export const nameIn = (tags: readonly Tag[] = []): { readonly name?: string } => {
  const name = tags.find(({ Key }) => Key === 'Name')?.Value;
  return name ? { name } : {};
};
