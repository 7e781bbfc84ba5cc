import { defineRule } from '../../src/model/rule.ts';
import type { Target } from '../../src/model/target.ts';
import type { Evidence } from '../../src/model/verdict.ts';
import { fail, notApplicable } from '../../src/model/verdict.ts';
import type { NonEmpty } from '../../src/model/words.ts';
import { isNonEmpty } from '../../src/model/words.ts';
import { countsOnAccelerators, endpointSubject, LEGACY, plannedAccelerators } from '../../src/reason/accelerators.ts';
import { replacementFor } from '../../src/reason/replace-accelerator.ts';

const EXPECTED = 'an instance type that infers without Elastic Inference';

const evidenceOf = (target: Target): NonEmpty<Evidence> => {
  const subject = endpointSubject(target);
  const named = plannedAccelerators(target).map(({ type, field }) => ({ subject, observed: `${field.at(-1)} ${type}`, expected: EXPECTED, field }));
  return isNonEmpty(named) ? named : [{ subject, observed: 'an endpoint with Elastic Inference', expected: EXPECTED, field: ['scenario'] }];
};

export const acceleratorsAreOffered = defineRule({
  id: 'accelerator/accelerators-are-offered',
  title: 'The accelerators that the plan counts on are still offered',
  severity: 'error',
  basis: 'api-model',
  why: 'Amazon Elastic Inference has ended: AWS offers no accelerators any more, to any account, and SageMaker’s AcceleratorType is not supported.',
  fix: 'Host the model on an instance type that infers by itself, an Inferentia or a GPU type; Inference Recommender measures which one serves best.',
  docs: [
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html',
    'https://docs.aws.amazon.com/cli/latest/reference/elastic-inference/index.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender.html',
  ],
  predicts: ['The primary container,accelerator for production variant did not pass the ping health check', 'Unsupported image scope: eia'],
  unwaivable:
    'the service has ended for every account, and whoever accepts that still gets no endpoint — name an instance type, or look back with --legacy-audit',
  appliesTo: countsOnAccelerators,
  needs: () => ({}),
  judge: (_, target) =>
    target.scenario === 'elastic-inference' && target.legacyAudit === true
      ? notApplicable(LEGACY)
      : fail('Elastic Inference has ended: no account can make this endpoint', evidenceOf(target), replacementFor(target)),
});
