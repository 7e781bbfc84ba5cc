import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { withEndpointName } from '../../src/reason/applicability.ts';
import { configOf, endpointNamed } from '../../src/reason/deployed.ts';

export const endpointNameIsFreeOrUpdatable = defineRule({
  id: 'endpoint/endpoint-name-is-free-or-updatable',
  title: 'No endpoint on instances has the endpoint’s name',
  severity: 'error',
  basis: 'documented',
  why: 'An endpoint that runs on instances cannot be updated to a serverless one, and a name is given once.',
  fix: 'Give the endpoint another name, or delete the one that has it.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html',
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateEndpoint.html',
  ],
  predicts: ['Cannot create already existing endpoint'],
  onlyBeforehand: true,
  appliesTo: withEndpointName,
  needs: (target) => {
    const endpoint = endpointNamed(target, target.endpointName);
    return { endpoint, config: configOf(target, endpoint) };
  },
  judge: ({ endpoint, config }, { endpointName, region }) => {
    if (endpoint.state === 'absent') return pass(`no endpoint in ${region} has the name ${endpointName}`);
    const { arn, configName } = endpoint.value;
    if (config.state === 'absent')
      return cannotTell(
        unknown('failed', `${endpointName} exists, but its configuration ${configName} does not — delete the endpoint, or look at it in the console`),
      );
    if (config.value.variants.some(({ serverlessConfig }) => serverlessConfig !== undefined))
      return pass(`${endpointName} is serverless already, and will be updated`);
    const types = config.value.variants.map(({ instanceType }) => instanceType ?? 'instances').join(', ');
    const evidence = { subject: arn, observed: `on ${types}`, expected: 'a free name, or a serverless endpoint', field: ['endpointName'] };
    const another = {
      kind: 'set-field',
      field: ['endpointName'],
      value: `${endpointName.slice(0, 52)}-serverless`,
      why: 'a name that is probably free',
    } as const;
    return fail(`${endpointName} runs on instances`, [evidence], [another]);
  },
});
