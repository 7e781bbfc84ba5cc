import { defineRule } from '../../src/model/rule.ts';
import { fail, pass } from '../../src/model/verdict.ts';
import { existingVersions, modelSubject, versionNamed, withPublicModel } from '../../src/reason/jumpstart.ts';
import { meansVersion } from '../../src/reason/references.ts';

const MOST_SHOWN = 8;

export const versionExists = defineRule({
  id: 'jumpstart/version-exists',
  title: 'The model has the version that the plan names',
  severity: 'error',
  basis: 'observed',
  why: 'A version that the manifest does not list has no specification, and so neither image nor artifact.',
  fix: 'Name a version of the manifest, or leave modelVersion out for the newest.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-deploy.html',
    'https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/cache.py',
  ],
  predicts: ['Unable to find model manifest for'],
  dependsOn: ['jumpstart/model-is-in-manifest'],
  appliesTo: withPublicModel,
  needs: (target) => ({ versions: existingVersions(target) }),
  judge: (
    {
      versions: {
        value: { modelId, versions },
      },
    },
    target,
  ) => {
    const wanted = versionNamed(target);
    const meant = versions.find(({ version }) => meansVersion(wanted, version));
    if (meant !== undefined) return pass(`${modelId} has version ${meant.version}`);
    const newest = versions[0]?.version ?? '*';
    const listed = versions
      .map(({ version }) => version)
      .slice(0, MOST_SHOWN)
      .join(', ');
    return fail(
      `${modelId} has no version ${wanted}`,
      [{ subject: modelSubject(target), observed: wanted, expected: `one of ${listed}`, field: ['modelVersion'] }],
      [{ kind: 'set-field', field: ['modelVersion'], value: newest, why: 'it is the newest version' }],
    );
  },
});
