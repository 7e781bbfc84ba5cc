import { REGIONS_WITHOUT_SAGEMAKER } from '../../data/regions.ts';

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
