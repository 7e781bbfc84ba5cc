import type { MayExist } from '../fact.ts';
import type { PolicySource } from '../policy.ts';

/** A repository as DescribeRepositories tells it. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_Repository.html */
export interface Repository {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  /** `MUTABLE`, `IMMUTABLE`, …: whether a tag may come to name another image. */
  readonly tagMutability: string;
}

/** An image as DescribeImages tells it. Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageDetail.html */
export interface Image {
  readonly digest: string;
  /** Media type of the manifest. */
  readonly mediaType?: string;
  /** Bytes, compressed; of an index, its largest member. */
  readonly size?: number;
  /** `ACTIVE`, `ARCHIVED`, … */
  readonly status?: string;
}

/** The platform that an image was built for, from its configuration blob. */
export interface ImagePlatform {
  /** `amd64`, `arm64`, … */
  readonly architecture: string;
  readonly os: string;
}

interface InRepository {
  /** 12 digits: the registry. */
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** `tag:NAME` or `sha256:…`. */
interface OfImage extends InRepository {
  readonly reference: string;
}

/** ECR facts. */
export interface EcrFacts {
  readonly 'ecr.repository': MayExist<InRepository, Repository>;
  /** Absent: the repository has no policy. */
  readonly 'ecr.repositoryPolicy': MayExist<InRepository, PolicySource>;
  readonly 'ecr.image': MayExist<OfImage, Image>;
  /** Read on request only (`--deep`): the manifest and its configuration blob. */
  readonly 'ecr.imagePlatform': MayExist<OfImage, ImagePlatform>;
}
