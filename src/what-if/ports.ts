import type { PortRange } from '../model/facts/ec2.ts';

const HIGHEST = 65_535;

/** Reads `443` or `1024-65535`; undefined: it is neither. */
export const portsFrom = (text: string | number): PortRange | undefined => {
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(String(text)) ?? [];
  const range = { from: Number(from), to: Number(to) };
  return from !== undefined && range.from <= range.to && range.to <= HIGHEST ? range : undefined;
};

/** What to say of a text that names no ports. */
export const NO_PORTS = 'names no ports — it looks like 443 or 1024-65535';
