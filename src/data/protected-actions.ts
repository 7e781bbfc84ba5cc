/**
 * IAM actions, lower case, that AWS refuses on roles below `role/aws-reserved/` whatever policies say. No AWS page lists them;
 * observed by https://github.com/cloud-copilot/iam-simulate (its tests of reserved roles), read 2026-11-21.
 */
export const REFUSED_ON_RESERVED_ROLES: ReadonlySet<string> = new Set([
  'iam:attachrolepolicy',
  'iam:createrole',
  'iam:createservicelinkedrole',
  'iam:deleterole',
  'iam:deleterolepermissionsboundary',
  'iam:deleterolepolicy',
  'iam:deleteservicelinkedrole',
  'iam:detachrolepolicy',
  'iam:passrole',
  'iam:putrolepermissionsboundary',
  'iam:putrolepolicy',
  'iam:tagrole',
  'iam:untagrole',
  'iam:updateassumerolepolicy',
  'iam:updaterole',
  'iam:updateroledescription',
]);

/**
 * Actions, lower case, that would change an AWS managed policy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
export const REFUSED_ON_AWS_POLICIES: ReadonlySet<string> = new Set([
  'iam:createpolicy',
  'iam:createpolicyversion',
  'iam:deletepolicy',
  'iam:deletepolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:tagpolicy',
  'iam:untagpolicy',
]);

/**
 * Actions, lower case, that would change an alias below `alias/aws/`, which AWS reserves.
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 */
export const REFUSED_ON_AWS_ALIASES: ReadonlySet<string> = new Set(['kms:createalias', 'kms:deletealias', 'kms:updatealias']);
