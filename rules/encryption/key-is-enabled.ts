import type { Key } from '../../src/model/facts/kms.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, notApplicable, pass } from '../../src/model/verdict.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { artifactKeyOf, existingKeys, withAnyKeyOrArtifact } from '../../src/reason/keys.ts';

const stateOf = ({ state, deletionDate }: Key): string => (deletionDate === undefined ? state : `${state}, to be deleted on ${deletionDate}`);
const evidenceOf = (key: Key) => ({ subject: key.arn, observed: stateOf(key), expected: 'Enabled' });

const ENABLED = 'Enabled';
const MENDABLE: readonly string[] = ['Disabled', 'PendingDeletion'];
const fixOf = ({ arn, region, state }: Key) => ({ kind: 'enable-key', keyArn: arn, region, pendingDeletion: state === 'PendingDeletion' }) as const;

export const keyIsEnabled = defineRule({
  id: 'encryption/key-is-enabled',
  title: 'The KMS keys of the plan and of the artifact are enabled',
  severity: 'error',
  basis: 'documented',
  why: 'KMS refuses every use of a key that is disabled, waits for deletion or waits for its key material, so neither the artifact nor encrypted storage can be read.',
  fix: 'Enable the key, taking back its deletion first, or name another one; an artifact must be uploaded again under another key.',
  docs: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
  ],
  predicts: ['DisabledException', 'KMSInvalidStateException', 'is pending deletion', 'is disabled'],
  dependsOn: ['encryption/key-exists'],
  appliesTo: withAnyKeyOrArtifact,
  needs: (target) => ({ planned: existingKeys(target) }),
  wants: (target) => ({ ofArtifact: artifactKeyOf(target) }),
  judge: ({ planned, ofArtifact }) => {
    const both = [...planned, ofArtifact].flatMap((one) => (one?.state === 'present' ? [one.value] : []));
    const keys = [...new Map(both.map((key) => [key.arn, key])).values()];
    const unusable = keys.filter(({ state }) => state !== ENABLED);
    const evidence = unusable.map(evidenceOf);
    const fixes = unusable.filter(({ state }) => MENDABLE.includes(state)).map(fixOf);
    if (isNonEmpty(evidence)) return fail(`${unusable.map(stateOf).join('; ')}`, evidence, fixes);
    if (ofArtifact?.state === 'unknown') return cannotTell(ofArtifact);
    return keys.length === 0
      ? notApplicable('no key is planned, and the artifact is encrypted with none')
      : pass(`enabled: ${keys.map(({ arn }) => arn).join(', ')}`);
  },
});
