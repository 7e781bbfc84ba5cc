import { answered } from '../../aws/operation.ts';
import type { Container } from '../../model/facts/sagemaker.ts';

/** A container as SageMaker describes it, of a model or of a model package: the fields that are taken. */
export interface DescribedContainer {
  readonly Image?: string | undefined;
  readonly ImageConfig?: { readonly RepositoryAccessMode: string | undefined } | undefined;
  readonly Mode?: string | undefined;
  readonly ModelDataUrl?: string | undefined;
  readonly ModelDataSource?: { readonly S3DataSource?: S3DataSource | undefined } | undefined;
  readonly ModelPackageName?: string | undefined;
  readonly ProductId?: string | undefined;
  readonly Framework?: string | undefined;
  readonly FrameworkVersion?: string | undefined;
}
interface S3DataSource {
  readonly S3Uri: string | undefined;
  readonly S3DataType: string | undefined;
  readonly CompressionType: string | undefined;
}

const sourceOf = ({ S3Uri, S3DataType, CompressionType }: S3DataSource) => ({
  s3Uri: answered(S3Uri, 'S3Uri'),
  s3DataType: answered(S3DataType, 'S3DataType'),
  compressionType: answered(CompressionType, 'CompressionType'),
});

/** Takes a container's declared fields, and never its environment. */
export const containerOf = (container: DescribedContainer): Container => {
  const { Image, ImageConfig, Mode, ModelDataUrl, ModelDataSource, ModelPackageName, ProductId, Framework, FrameworkVersion } = container;
  const source = ModelDataSource?.S3DataSource;
  const access = ImageConfig?.RepositoryAccessMode;
  return {
    ...(Image !== undefined && { image: Image }),
    ...(ModelDataUrl !== undefined && { modelDataUrl: ModelDataUrl }),
    ...(source !== undefined && { modelDataSource: sourceOf(source) }),
    ...(Mode !== undefined && { mode: Mode }),
    ...(access !== undefined && { repositoryAccessMode: access }),
    ...(ModelPackageName !== undefined && { modelPackageName: ModelPackageName }),
    ...(ProductId !== undefined && { productId: ProductId }),
    ...(Framework !== undefined && { framework: Framework }),
    ...(FrameworkVersion !== undefined && { frameworkVersion: FrameworkVersion }),
  };
};
