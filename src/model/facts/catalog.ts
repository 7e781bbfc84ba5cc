import type { Ec2Facts } from './ec2.ts';
import type { EcrFacts } from './ecr.ts';
import type { IamFacts } from './iam.ts';
import type { JumpStartFacts } from './jumpstart.ts';
import type { KmsFacts } from './kms.ts';
import type { OrganizationsFacts } from './organizations.ts';
import type { QuotaFacts } from './quota.ts';
import type { S3Facts } from './s3.ts';
import type { SageMakerFacts } from './sagemaker.ts';
import type { RunFacts, StsFacts } from './sts.ts';

/** Every kind of fact, with its parameters and its known states. */
export interface FactCatalog
  extends Ec2Facts,
    EcrFacts,
    IamFacts,
    JumpStartFacts,
    KmsFacts,
    OrganizationsFacts,
    S3Facts,
    SageMakerFacts,
    QuotaFacts,
    StsFacts,
    RunFacts {}
