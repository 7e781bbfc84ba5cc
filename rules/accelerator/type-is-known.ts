import { ACCELERATORS } from '../../src/data/accelerators.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, noted, pass } from '../../src/model/verdict.ts';
import { acceleratorOf, elasticInference, endpointSubject, LEGACY } from '../../src/reason/accelerators.ts';

const KNOWN = ACCELERATORS.values.map(({ type }) => type).join(', ');

export const typeIsKnown = defineRule({
  id: 'accelerator/type-is-known',
  title: 'The plan names an accelerator type that there is',
  severity: 'error',
  basis: 'api-model',
  why: 'CreateEndpointConfig knows six accelerator types, of two generations, and refuses any other word; without one the endpoint has no accelerator.',
  fix: 'Name one of the six types in acceleratorType.',
  docs: ['https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html', 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html'],
  appliesTo: elasticInference,
  needs: () => ({}),
  judge: (_, target) => {
    const { acceleratorType, legacyAudit, unresolved = {} } = target;
    const notes = legacyAudit === true ? [LEGACY] : [];
    const known = acceleratorOf(acceleratorType);
    if (known !== undefined) return noted(pass(`${known.type} has ${known.memoryInGB} GB`), notes);
    if (acceleratorType === undefined && unresolved['acceleratorType'] !== undefined) return cannotTell(unresolved['acceleratorType']);
    const observed = acceleratorType === undefined ? 'no acceleratorType' : `acceleratorType ${acceleratorType}`;
    return noted(fail(`The plan names ${observed}`, [{ subject: endpointSubject(target), observed, expected: KNOWN, field: ['acceleratorType'] }]), notes);
  },
});
