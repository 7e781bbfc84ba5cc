import { describe, expect, test } from '@jest/globals';
import { deployerMayCreateModel } from '../../../rules/identity/deployer-may-create-model.ts';
import { absent, present, unknown } from '../../../src/model/fact.ts';
import { policy } from '../../support/facts.ts';
import { allow, asDeployer, deny, FULL_ACCESS, organization } from '../../support/permission-rows.ts';
import { judged, testRule } from '../../support/rule.ts';
import { ACCOUNT, serverless, without } from '../../support/targets.ts';

const target = serverless();
const CREATE = 'sagemaker:CreateModel';
const model = (name: string) => `arn:aws:sagemaker:us-east-1:${ACCOUNT}:model/${name}`;
const unnamed = without('modelName');
const inOrganisation = (onRoot: Parameters<typeof policy>[1], changes: Parameters<typeof organization>[1] = {}) => ({
  ...asDeployer(allow('sagemaker:*')),
  organization: present(organization([FULL_ACCESS, policy('scp', onRoot)], changes)),
});
const byTeam = allow(CREATE, '*', { StringEquals: { 'aws:RequestTag/team': 'ml' } });

testRule(deployerMayCreateModel, {
  target,
  pass: {
    'on everything': asDeployer(allow(CREATE)),
    'on this model': asDeployer(allow(CREATE, model('churn'))),
    'on a pattern, for a model without a name': { target: unnamed, ...asDeployer(allow(CREATE, model('*'))) },
    'with the tag that is asked for': { target: serverless({ tags: { team: 'ml' } }), ...asDeployer(byTeam) },
    'in no organisation': { ...asDeployer(allow(CREATE)), organization: absent },
    'below a control policy that denies others': inOrganisation(deny('sagemaker:CreateTrainingJob')),
    'in the management account, whatever control policies say': inOrganisation(deny(CREATE), { managementAccount: ACCOUNT }),
    'for members of the organisation': {
      ...asDeployer(allow(CREATE, '*', { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } })),
      organization: present(organization()),
    },
    'on names of one form, where control policies were not read': { ...asDeployer(allow(CREATE)), organization: unknown('access-denied', 'refused') },
  },
  fail: {
    nothing: asDeployer(),
    'another model': asDeployer(allow(CREATE, model('fraud'))),
    'nothing, for a model without a name': { target: unnamed, ...asDeployer(allow('sagemaker:InvokeEndpoint')) },
    'an ARN of five fields': asDeployer(allow(CREATE, `arn:aws:sagemaker:us-east-1:${ACCOUNT}/*`)),
    'without the tag that is asked for': asDeployer(byTeam),
    'with another value of it': { target: serverless({ tags: { team: 'web' } }), ...asDeployer(byTeam) },
    'only in a VPC': asDeployer(allow(CREATE), deny(CREATE, '*', { Null: { 'sagemaker:VpcSubnets': 'true' } })),
    'below a control policy that denies it': inOrganisation(deny(CREATE)),
    'below a control policy that allows other services only': {
      ...asDeployer(allow(CREATE)),
      organization: present(organization([policy('scp', allow('s3:*'))])),
    },
  },
  cannotTell: {
    'a pattern of names, for a model without a name': { target: unnamed, ...asDeployer(allow(CREATE, model('prod-*'))) },
    'a name made of a tag, for a model without a name': { target: unnamed, ...asDeployer(allow(CREATE, model('${aws:PrincipalTag/team}-*'))) },
    'a denied pattern of names, for a model without a name': { target: unnamed, ...asDeployer(allow(CREATE), deny(CREATE, model('prod-*'))) },
    'a beginning and an ending, for a model without a name': {
      target: unnamed,
      ...asDeployer(allow(CREATE, model('prod-*')), { Effect: 'Deny', Action: CREATE, NotResource: model('*-eu') }),
    },
    'isolation, of which the plan says nothing': asDeployer(allow(CREATE, '*', { Bool: { 'sagemaker:NetworkIsolation': 'true' } })),
  },
  notApplicable: { 'no deployer': { target: without('deployer') } },
});

describe('what it says', () => {
  test('asks those who run the organisation', () => {
    const row = { ...asDeployer(allow(CREATE)), organization: present(organization([policy('scp', allow('s3:*'))])) };
    expect(judged(deployerMayCreateModel, target, row)).toMatchObject({ fixes: [{ kind: 'allow-in-organisation', account: ACCOUNT, level: 'root' }] });
  });
  test('points into the control policy that denies', () => {
    expect(judged(deployerMayCreateModel, target, inOrganisation(deny(CREATE)))).toMatchObject({
      fixes: [{ kind: 'amend-denial', holder: 'the organisation', statement: { policyKind: 'scp' } }],
    });
  });
  test('asks for a name where policies decide by it', () => {
    const row = { target: unnamed as typeof target, ...asDeployer(allow(CREATE, model('prod-*'))) };
    expect(judged(deployerMayCreateModel, target, row)).toMatchObject({ because: [{ reason: 'context', message: expect.stringContaining('name modelName') }] });
  });
});
