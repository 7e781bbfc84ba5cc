import { artifactIsNotArchived } from '../../../rules/artifact/artifact-is-not-archived.ts';
import { present } from '../../../src/model/fact.ts';
import { object } from '../../support/facts.ts';
import { testRule } from '../../support/rule.ts';
import { serverless, without } from '../../support/targets.ts';

const stored = (changes: Parameters<typeof object>[0]) => ({ object: present(object(changes)) });

testRule(artifactIsNotArchived, {
  target: serverless(),
  pass: {
    standard: stored({}),
    'instant retrieval': stored({ storageClass: 'GLACIER_IR' }),
    'a tier that is read at once': stored({ storageClass: 'INTELLIGENT_TIERING' }),
    restored: stored({ storageClass: 'GLACIER', restore: 'ongoing-request="false", expiry-date="Fri, 25 Dec 2026 00:00:00 GMT"' }),
  },
  fail: {
    glacier: stored({ storageClass: 'GLACIER' }),
    'deep archive': stored({ storageClass: 'DEEP_ARCHIVE' }),
    'an archive tier': stored({ storageClass: 'INTELLIGENT_TIERING', archiveStatus: 'DEEP_ARCHIVE_ACCESS' }),
    'being restored': stored({ storageClass: 'GLACIER', restore: 'ongoing-request="true"' }),
  },
  notApplicable: { 'no artifact': { target: without('modelDataUrl') } },
});
