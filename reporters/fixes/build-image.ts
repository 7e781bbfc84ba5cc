import { logIn } from '../ecr-image.ts';
import type { FixRenderer } from '../rendered-fix.ts';
import { shellQuote } from '../shell.ts';
import { visible } from '../text.ts';

// Without attestations and as a plain image BuildKit writes Docker's own manifest: https://docs.docker.com/build/exporters/
const BUILD = 'docker buildx build --platform linux/amd64 --provenance=false --sbom=false --output type=docker';

const withTag = (image: string): string => image.replace(/@sha256:[0-9a-f]+$/, '');

/** Builds an image anew and pushes it; what was named by digest gets a new one. */
export const buildImage: FixRenderer<'build-image'> = ({ image, why }) => {
  const address = shellQuote(visible(withTag(image)));
  return {
    text: `Build the image ${visible(withTag(image))} again, ${visible(why)}, in the folder of its Dockerfile.`,
    commands: [`${BUILD} --tag ${address} .`, ...logIn(image), `docker push ${address}`],
  };
};
