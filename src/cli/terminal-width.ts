const DEFAULT_WIDTH = 100;
const NARROWEST = 40;

/** Columns of standard output; without a terminal what COLUMNS says, or 100. */
export const widthOfTerminal = (): number => {
  const columns = process.stdout.isTTY === true ? process.stdout.columns : Number(process.env['COLUMNS']);
  return Number.isFinite(columns) && columns > 0 ? Math.max(columns, NARROWEST) : DEFAULT_WIDTH;
};
