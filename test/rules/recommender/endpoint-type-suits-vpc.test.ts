import { endpointTypeSuitsVpc } from '../../../rules/recommender/endpoint-type-suits-vpc.ts';
import { unknown } from '../../../src/model/fact.ts';
import { lacking, loadTest, saying } from '../../support/recommender.ts';
import { testRule } from '../../support/rule.ts';
import { recommender, serverless } from '../../support/targets.ts';

testRule(endpointTypeSuitsVpc, {
  target: saying({ supportedEndpointType: 'RealTime' }),
  pass: {
    'real-time only': {},
    'a load test of instances, which says so by itself': { target: loadTest() },
    'an existing endpoint': { target: recommender({ endpoints: ['churn'] }) },
  },
  fail: {
    'serverless only': { target: saying({ supportedEndpointType: 'Serverless' }) },
    'both, since none is named': { target: recommender() },
    'a serverless configuration': { target: loadTest({ endpointConfigurations: [{ serverlessConfig: { memorySizeInMB: 2048, maxConcurrency: 5 } }] }) },
  },
  cannotTell: { 'the package could not be read': { target: { ...lacking('containerConfig'), unresolved: { containerConfig: unknown('throttled', 'x') } } } },
  notApplicable: { 'a serverless endpoint': { target: serverless() }, 'no VPC': { target: lacking('vpcConfig') } },
});
