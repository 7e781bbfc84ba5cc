export { fromEnv, fromNodeProviderChain } from '@aws-sdk/credential-providers';
