/** Makes a value once for each frozen fact and remembers it as long as the fact lives; what is not frozen is made anew each time. */
export const remembered = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const kept = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    if (Object.isFrozen(key)) kept.set(key, { value });
    return value;
  };
};
