import { REGIONS, REGIONS_WITHOUT_SAGEMAKER } from '../../data/regions.ts';

/** The Regions to look through, and those that are left out. */
export interface ChosenRegions {
  readonly regions: readonly string[];
  readonly without: readonly string[];
}

/** Of the Regions that an account has enabled, those where SageMaker is: Regions that the table does not know are asked. */
export const withSageMaker = (enabled: readonly string[]): ChosenRegions => ({
  regions: enabled.filter((region) => !REGIONS_WITHOUT_SAGEMAKER.values.includes(region)).toSorted(),
  without: enabled.filter((region) => REGIONS_WITHOUT_SAGEMAKER.values.includes(region)).toSorted(),
});

/** Every Region of a partition that is known and where SageMaker is: what an audit of all of them may read. */
export const knownRegionsOf = (partition: string): readonly string[] =>
  withSageMaker(REGIONS.values.filter((region) => region.partition === partition).map(({ code }) => code)).regions;
