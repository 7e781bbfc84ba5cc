import type { PolicyStatement } from '../model/policy.ts';

/** The service principal of SageMaker, the same in every partition. Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html */
export const SAGEMAKER = 'sagemaker.amazonaws.com';

/** The statement by which a role lets SageMaker assume it. */
export const sagemakerTrust: PolicyStatement = { Effect: 'Allow', Principal: { Service: SAGEMAKER }, Action: 'sts:AssumeRole' };
