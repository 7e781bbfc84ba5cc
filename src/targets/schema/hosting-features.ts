import * as z from 'zod';
import type { FieldPath } from '../fields.ts';
import { word } from '../formats.ts';
import { choice, text, truth, words, wordsOf } from './values.ts';

/** A list of which only the length counts: what AWS's requests hold in it may be pasted whole. */
const counted = (path: FieldPath) =>
  z
    .array(z.looseObject({}))
    .min(1)
    .meta(wordsOf(path))
    .transform(({ length }) => length);

/** The VPC in which a plan runs. */
export const vpcConfig = z
  .strictObject({ subnets: words('vpcConfig.subnets'), securityGroupIds: words('vpcConfig.securityGroupIds') })
  .meta({ title: 'VPC', description: 'Subnets and security groups of the plan (VpcConfig).' });

// Left out, it means that data is captured: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataCaptureConfig.html
const dataCaptureConfig = z
  .looseObject({ enableCapture: truth('dataCaptureConfig.enableCapture').exactOptional() })
  .meta({ title: 'Data capture', description: 'DataCaptureConfig of the endpoint configuration.' })
  .transform(({ enableCapture = true }) => ({ enableCapture }));

const imageConfig = z
  .looseObject({ repositoryAccessMode: choice('imageConfig.repositoryAccessMode', ['Platform', 'Vpc']) })
  .meta({ title: 'Image configuration', description: 'ImageConfig of the container.' })
  .transform(({ repositoryAccessMode }) => ({ repositoryAccessMode }));

const S3_DATA_SOURCE = 'modelDataSource.s3DataSource';

const s3DataSource = z
  .looseObject({
    s3Uri: text(`${S3_DATA_SOURCE}.s3Uri`, word),
    s3DataType: choice(`${S3_DATA_SOURCE}.s3DataType`, ['S3Prefix', 'S3Object']).exactOptional(),
    compressionType: choice(`${S3_DATA_SOURCE}.compressionType`, ['None', 'Gzip']).exactOptional(),
    modelAccessConfig: z
      .looseObject({ acceptEula: truth(`${S3_DATA_SOURCE}.modelAccessConfig.acceptEula`).exactOptional() })
      .meta({ title: 'Access to model data', description: 'ModelAccessConfig of the model data source.' })
      .exactOptional(),
    hubAccessConfig: z
      .looseObject({ hubContentArn: text(`${S3_DATA_SOURCE}.hubAccessConfig.hubContentArn`, word).exactOptional() })
      .meta({ title: 'Hub of model data', description: 'HubAccessConfig of the model data source.' })
      .exactOptional(),
  })
  .meta({ title: 'Model data in S3', description: 'S3DataSource of the model data source.' })
  .transform(({ s3Uri, s3DataType, compressionType, modelAccessConfig: { acceptEula } = {}, hubAccessConfig: { hubContentArn } = {} }) => ({
    s3Uri,
    ...(s3DataType !== undefined && { s3DataType }),
    ...(compressionType !== undefined && { compressionType }),
    ...(acceptEula !== undefined && { acceptEula }),
    ...(hubContentArn !== undefined && { hubContentArn }),
  }));

/** A model that lies in S3 uncompressed, or under a prefix. */
export const modelDataSource = z
  .strictObject({ s3DataSource })
  .meta({ title: 'Model data source', description: 'ModelDataSource of the container.' })
  .transform((source) => source.s3DataSource);

/** How a model is hosted, in the shapes of CreateModel and CreateEndpointConfig. */
export const hostingFeatures = {
  vpcConfig: vpcConfig.exactOptional(),
  enableNetworkIsolation: truth('enableNetworkIsolation').exactOptional(),
  dataCaptureConfig: dataCaptureConfig.exactOptional(),
  asyncInferenceConfig: z
    .looseObject({})
    .meta(wordsOf('asyncInferenceConfig'))
    .transform(() => true)
    .exactOptional(),
  productionVariants: counted('productionVariants').exactOptional(),
  shadowProductionVariants: counted('shadowProductionVariants').exactOptional(),
  instanceType: text('instanceType', word).exactOptional(),
  acceleratorType: text('acceleratorType', word).exactOptional(),
  containers: counted('containers').exactOptional(),
  mode: choice('mode', ['SingleModel', 'MultiModel']).exactOptional(),
  imageConfig: imageConfig.exactOptional(),
  modelDataSource: modelDataSource.exactOptional(),
};
