import { homeRegionOfPartition } from '../../aws/home-region.ts';
import { answered } from '../../aws/operation.ts';
import { parseArn } from '../../reason/arn.ts';

/** Where IAM of an ARN's partition is signed for. */
export const iamRegionOf = (arn: string): string => homeRegionOfPartition(parseArn(arn)?.partition ?? 'aws');

/** What IAM tells of a role and a user alike. */
interface IamPrincipal {
  readonly Arn: string | undefined;
  readonly Path: string | undefined;
  readonly Tags?: readonly { readonly Key: string | undefined; readonly Value: string | undefined }[] | undefined;
  readonly PermissionsBoundary?: { readonly PermissionsBoundaryArn?: string | undefined } | undefined;
}

const tagsOf = ({ Tags = [] }: IamPrincipal): Readonly<Record<string, string>> => Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]));

/** The fields that role and user facts share. */
export const principalFields = (principal: IamPrincipal) => {
  const arn = answered(principal.Arn, 'Arn');
  const boundaryArn = principal.PermissionsBoundary?.PermissionsBoundaryArn;
  return {
    arn,
    path: principal.Path ?? '/',
    account: parseArn(arn)?.account ?? '',
    tags: tagsOf(principal),
    ...(boundaryArn !== undefined && { boundaryArn }),
  };
};
