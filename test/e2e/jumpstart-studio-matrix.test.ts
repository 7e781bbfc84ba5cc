import { CreateRoleCommand } from '@aws-sdk/client-iam';
import { jest } from '@jest/globals';
import type { StudioIdentity } from '../../src/model/target.ts';
import type { StudioAccount } from '../support/jumpstart-account.ts';
import { createDomain, readyJumpStartStudio } from '../support/jumpstart-account.ts';
import { document, trustingService } from '../support/seed.ts';
import type { Stage } from '../support/stage.ts';
import { failsFor, follow, planning, withDeployer, withExecution } from './jumpstart-mutations.ts';
import { describeMatrixOf } from './matrix.ts';

jest.setTimeout(120_000);

const here = ({ account, region, domainId }: StudioAccount) => ({ account, region, domainId });

/** As somebody else, or somewhere else, in Studio. */
const as = (studio: Partial<StudioIdentity>) => planning<StudioAccount>(({ domainId }) => ({ studio: { domainId, ...studio } }));

/** Something of Studio's is otherwise. */
const setting =
  (change: (account: StudioAccount, proxy: Stage['proxy']) => void, studio?: Partial<StudioIdentity>) =>
  async (account: StudioAccount, { proxy }: Stage) => {
    change(account, proxy);
    return studio === undefined ? {} : { studio: { domainId: account.domainId, ...studio } };
  };

/** A role that only SageMaker may assume, and that may do nothing. */
const powerless = async ({ admin, account }: StudioAccount): Promise<string> => {
  await admin.iam.send(new CreateRoleCommand({ RoleName: 'Powerless', AssumeRolePolicyDocument: document(trustingService()) }));
  return `arn:aws:iam::${account}:role/Powerless`;
};

const OF_MODEL_BY_ROLE = ['jumpstart/role-may-read-model', 'jumpstart/role-may-list-content', 'jumpstart/role-may-read-optimised-models'];
/** What only a known role can be asked. */
const OF_ROLE = [
  'identity/deployer-may-pass-role',
  'identity/role-exists',
  'identity/role-may-write-logs',
  'identity/role-trusts-sagemaker',
  ...OF_MODEL_BY_ROLE,
];

// A JumpStart model, hosted from Studio: whose role is passed, and whether there is one.
describeMatrixOf(readyJumpStartStudio, {
  failing: {
    'a domain that is not there': {
      mutate: planning({ studio: { domainId: 'd-nowherenowhere', userProfileName: 'ana' } }),
      changes: {
        'studio/domain-exists': 'fail',
        ...follow('studio/default-role-is-set', 'studio/domain-is-in-service', 'studio/user-profile-exists', 'studio/user-profile-is-in-service', ...OF_ROLE),
      },
    },
    'a user profile that is not there': {
      mutate: as({ userProfileName: 'nobody' }),
      changes: {
        'studio/user-profile-exists': 'fail',
        ...follow('studio/default-role-is-set', 'studio/user-profile-is-in-service', ...OF_ROLE),
      },
    },
    'a space that is not there': {
      mutate: as({ userProfileName: 'ana', spaceName: 'nowhere' }),
      changes: { 'studio/space-exists': 'fail', ...follow('studio/default-role-is-set', ...OF_ROLE) },
    },
    'a user profile whose making failed': failsFor(
      setting((account, proxy) => proxy.setUserProfile({ ...here(account), userProfileName: 'ana', status: 'Failed' })),
      'studio/user-profile-is-in-service',
    ),
    'a shared space that is being deleted': {
      mutate: setting((account, proxy) => proxy.setSpace({ ...here(account), spaceName: 'team', status: 'Deleting' }), {
        userProfileName: 'ana',
        spaceName: 'team',
      }),
      changes: { 'studio/space-exists': 'pass', 'studio/space-is-in-service': 'fail', 'studio/space-is-open-to-user': 'pass' },
    },
    'a private space of another user': {
      mutate: setting(
        (account, proxy) => {
          proxy.setUserProfile({ ...here(account), userProfileName: 'bo' });
          proxy.setSpace({ ...here(account), spaceName: 'hers', sharing: 'Private', owner: 'bo' });
        },
        { userProfileName: 'ana', spaceName: 'hers' },
      ),
      changes: { 'studio/space-exists': 'pass', 'studio/space-is-in-service': 'pass', 'studio/space-is-open-to-user': 'fail' },
    },
    'a user profile with a role that may do nothing': {
      mutate: async (account, { proxy }) => {
        proxy.setUserProfile({ ...here(account), userProfileName: 'ana', executionRoleArn: await powerless(account) });
        return {};
      },
      changes: Object.fromEntries(
        [...OF_MODEL_BY_ROLE, 'identity/role-may-write-logs', 'identity/deployer-may-pass-role'].map((rule) => [rule, 'fail' as const]),
      ),
    },
    'a domain whose last change failed': failsFor(
      setting(({ account }, proxy) =>
        proxy.rewrite({ on: ['sagemaker:DescribeDomain'], account, change: (body) => body.replace(/"InService"/, '"Update_Failed"') }),
      ),
      'studio/domain-is-in-service',
    ),
    'a shared space of a domain that has no role for spaces': {
      mutate: async (account, { proxy }) => {
        const domainId = await createDomain(account, account.executionRole.arn);
        proxy.setSpace({ ...here(account), domainId, spaceName: 'team' });
        return { studio: { domainId, spaceName: 'team' } };
      },
      changes: {
        'studio/default-role-is-set': 'fail',
        'studio/space-exists': 'pass',
        'studio/space-is-in-service': 'pass',
        ...follow('studio/user-profile-exists', 'studio/user-profile-is-in-service', ...OF_ROLE),
      },
    },
    'the deployer may not read the manifest': failsFor(withDeployer({ readManifest: undefined }), 'jumpstart/deployer-may-read-manifest'),
    'the domain’s role may not read AWS’s models': failsFor(
      withExecution({ readContent: undefined }),
      'jumpstart/role-may-read-model',
      'jumpstart/role-may-read-optimised-models',
    ),
  },
  harmless: {
    'the domain alone': as({}),
    'a shared space': as({ userProfileName: 'ana', spaceName: 'team' }),
    'a private space of her own': setting((account, proxy) => proxy.setSpace({ ...here(account), spaceName: 'own', sharing: 'Private', owner: 'ana' }), {
      userProfileName: 'ana',
      spaceName: 'own',
    }),
    'a user profile with the role of its own': setting((account, proxy) =>
      proxy.setUserProfile({ ...here(account), userProfileName: 'ana', executionRoleArn: account.executionRole.arn }),
    ),
    'a role that the plan names': planning(({ executionRole }) => ({ executionRoleArn: executionRole.arn })),
  },
});
