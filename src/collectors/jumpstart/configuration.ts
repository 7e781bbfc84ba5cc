import type { Fields } from './fields.ts';
import { fieldsIn, textIn, textsIn } from './fields.ts';

/** What the SDK takes when nobody chooses. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/enums.py */
const DEFAULT_RANKING = 'overall';
/** What a component may not change. */
const FIXED: ReadonlySet<string> = new Set(['model_id', 'url', 'version', 'min_sdk_version', 'deprecated', 'gated_bucket', 'training_supported']);

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects are merged name by name; everything else is replaced. */
const overridden = (base: Fields, by: Fields): Fields =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(by)])].map((name) => {
      const [old, changed] = [base[name], by[name] ?? base[name]];
      return [name, isObject(old) && isObject(changed) ? overridden(fieldsIn(old), fieldsIn(changed)) : changed];
    }),
  );

const withoutFixed = (component: Fields): Fields => Object.fromEntries(Object.entries(component).filter(([name]) => !FIXED.has(name)));

/** The configuration that ranks first, or the first by name where none is ranked. */
const firstOf = (configurations: Fields, rankings: unknown): string | undefined => {
  const ranked = textsIn(fieldsIn(fieldsIn(rankings)[DEFAULT_RANKING])['rankings']);
  return ranked.find((name) => name in configurations) ?? Object.keys(configurations).sort()[0];
};

/**
 * A specification as hosting takes it: newer ones hold several configurations, each a list of components that change the common
 * fields, and the SDK takes the one that ranks first. Source: https://github.com/aws/sagemaker-python-sdk/blob/master/sagemaker-core/src/sagemaker/core/jumpstart/types.py
 */
export const withDefaultConfiguration = (spec: Fields): Fields => {
  const configurations = fieldsIn(spec['inference_configs']);
  const first = textIn(firstOf(configurations, spec['inference_config_rankings']));
  const names = first === undefined ? [] : textsIn(fieldsIn(configurations[first])['component_names']);
  const components = fieldsIn(spec['inference_config_components']);
  return names.reduce((resolved, name) => overridden(resolved, withoutFixed(fieldsIn(components[name]))), spec);
};
