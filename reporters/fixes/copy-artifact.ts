import type { FixRenderer } from '../rendered-fix.ts';
import { awsCommand, outputOf } from '../shell.ts';
import { visible } from '../text.ts';

const S3_ADDRESS = /^s3:\/\/([^/]+)\/(.+)$/s;

/** Copies the artifact to the endpoint's Region: into the bucket that SageMaker's own tools use there by default. Source: https://sagemaker.readthedocs.io/en/stable/api/utility/session.html */
export const copyArtifact: FixRenderer<'copy-artifact'> = ({ from, region, account }) => {
  const [, bucket, key] = S3_ADDRESS.exec(from) ?? [];
  const wanted = `Copy the artifact into a bucket in ${visible(region)} and name it there`;
  if (bucket === undefined || key === undefined) return { text: `${wanted}.`, commands: [] };
  const to = `s3://sagemaker-${region}-${account}/${key}`;
  const itsRegion = outputOf(awsCommand(['s3api', 'head-bucket'], { bucket, query: 'BucketRegion', output: 'text' }));
  return {
    text: `${wanted}. Here into SageMaker’s default bucket; put another one of that Region in its place if you like.`,
    commands: [awsCommand(['s3', 'cp', from, to], { 'source-region': itsRegion, region })],
  };
};
