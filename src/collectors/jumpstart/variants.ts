import type { Fields } from './fields.ts';
import { fieldsIn, textIn } from './fields.ts';

/** `g5` of `ml.g5.2xlarge`. */
const familyOf = (instanceType: string): string => instanceType.split('.')[1] ?? '';

/** What differs by instance type or family: a type's own word goes before its family's. */
export interface Variants {
  /** A property that is the same in every Region, such as an artifact's key. */
  readonly property: (name: string, instanceType: string) => string | undefined;
  /** One that is told by Region, such as an image. */
  readonly regional: (name: string, instanceType: string) => string | undefined;
}

const ALIAS = /^\$(.+)$/;

/** Reads `hosting_instance_type_variants` or its like. Values of Regions are aliases, `$name`, into a table of the Region. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/types.py */
export const variantsIn = (told: unknown, region: string): Variants => {
  const variants = fieldsIn(fieldsIn(told)['variants']);
  const aliases = fieldsIn(fieldsIn(fieldsIn(told)['regional_aliases'])[region]);
  const lookUp = (part: string, name: string, instanceType: string): string | undefined => {
    const partOf = (key: string): Fields => fieldsIn(fieldsIn(variants[key])[part]);
    return textIn(partOf(instanceType)[name]) ?? textIn(partOf(familyOf(instanceType))[name]);
  };
  return {
    property: (name, instanceType) => lookUp('properties', name, instanceType),
    regional: (name, instanceType) => textIn(aliases[ALIAS.exec(lookUp('regional_properties', name, instanceType) ?? '')?.[1] ?? '']),
  };
};
