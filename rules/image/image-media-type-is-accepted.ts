import { REFUSED_MEDIA_TYPES } from '../../src/data/images.ts';
import { unknown } from '../../src/model/fact.ts';
import { defineRule } from '../../src/model/rule.ts';
import { cannotTell, fail, pass } from '../../src/model/verdict.ts';
import { existingImage, rebuilding, withEcrImage } from '../../src/reason/images.ts';

export const imageMediaTypeIsAccepted = defineRule({
  id: 'image/image-media-type-is-accepted',
  title: 'The image’s manifest is of a type that SageMaker accepts',
  severity: 'error',
  basis: 'observed',
  why: 'CreateModel refuses manifests in the form of the Open Container Initiative, which current builders write by default, above all when they add provenance.',
  fix: 'Build with --provenance=false --sbom=false --output type=docker (or --load), and push that.',
  docs: [
    'https://github.com/aws/amazon-sagemaker-feedback/issues/180',
    'https://github.com/mlflow/mlflow/issues/13834',
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html',
  ],
  predicts: [
    'Unsupported manifest media type application/vnd.oci.image.index.v1+json',
    'Unsupported manifest media type application/vnd.oci.image.manifest.v1+json',
  ],
  dependsOn: ['image/image-exists'],
  restsOn: [REFUSED_MEDIA_TYPES],
  appliesTo: withEcrImage,
  needs: (target) => ({ image: existingImage(target) }),
  judge: ({ image: { value } }, target) => {
    const { mediaType } = value;
    if (mediaType === undefined) return cannotTell(unknown('unsupported', `ECR does not tell the media type of ${value.digest}`));
    if (!REFUSED_MEDIA_TYPES.values.includes(mediaType)) return pass(mediaType);
    const expected = 'application/vnd.docker.distribution.manifest.v2+json';
    const why = 'in Docker’s own form, as one manifest';
    return fail(
      'The manifest is of a type that SageMaker refuses',
      [{ subject: target.image, observed: mediaType, expected, field: ['image'] }],
      rebuilding(target, why),
    );
  },
});
