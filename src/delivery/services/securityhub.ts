export { BatchImportFindingsCommand, SecurityHubClient } from '@aws-sdk/client-securityhub';
