import type { Fix } from '../model/fix.ts';
import type { Target } from '../model/target.ts';

const WHY = 'no accelerator can be attached any more';

const withoutType = ({ acceleratorType }: Target): readonly Fix[] =>
  acceleratorType === undefined ? [] : [{ kind: 'remove-field', field: ['acceleratorType'], why: WHY }];

/** What to do with a plan that counts on an accelerator: what to host on instead, and how an endpoint that runs is moved there. */
export const replacementFor = (target: Target): readonly Fix[] => {
  const { endpointName, modelName, region, initialInstanceCount: instanceCount = 1 } = target;
  return [
    {
      kind: 'replace-accelerator',
      region,
      instanceCount,
      ...(endpointName !== undefined && { endpointName }),
      ...(modelName !== undefined && { modelName }),
    },
    ...withoutType(target),
  ];
};
