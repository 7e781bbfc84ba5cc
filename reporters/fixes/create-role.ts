import { documentOf } from '../policy-edit.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand, documentArgument } from '../shell.ts';
import { visible } from '../text.ts';

/** Makes the execution role. */
export const createRole: FixRenderer<'create-role'> = ({ roleName, path, account, trustStatement }) => ({
  text: `Create the role ${visible(roleName)}${path === '/' ? '' : ` under the path ${visible(path)}`} in account ${visible(account)}, and run sageready again to see which permissions it needs.`,
  commands: [
    awsCommand(['iam', 'create-role'], {
      'role-name': roleName,
      ...(path !== '/' && { path }),
      'assume-role-policy-document': documentArgument(documentOf(trustStatement)),
    }),
  ],
});
