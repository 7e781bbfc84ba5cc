interface Association {
  readonly State?: string | undefined;
}

/** Whether an address block or a table belongs to its VPC or subnet; AWS keeps telling of those that are on their way out. */
export const isAssociated = ({ State = 'associated' }: Association = {}): boolean => State === 'associated' || State === 'associating';
