import { describe, expect, test } from '@jest/globals';
import { networkDot } from '../../../reporters/network/dot.ts';
import { networkSvg } from '../../../reporters/network/svg.ts';
import { networkText } from '../../../reporters/network/text.ts';
import { columnsOf } from '../../../reporters/text.ts';
import type { NetworkPicture, PicturedPath } from '../../../src/model/picture.ts';
import { expectGolden } from '../../support/golden.ts';
import { firstHidden, HOSTILE, seeded } from '../../support/hostile.ts';
import { networkOf } from '../../support/pictures.ts';
import { PICTURE } from '../../support/report.ts';

const drawn = (picture: NetworkPicture): string => networkSvg(picture, { style: 'own' });
const times = (text: string, part: string | RegExp): number => text.split(part).length - 1;

describe('the network is drawn as committed', () => {
  test('as SVG', () => expectGolden('reporters/golden/network.golden.svg', drawn(PICTURE)));
  test('for Graphviz', () => expectGolden('reporters/golden/network.golden.dot', networkDot(PICTURE)));
  test('in words', () => expectGolden('reporters/golden/network.golden.txt', networkText(networkOf(3, 'broken'), 80)));
});

const [stopped, passing] = PICTURE.paths as [PicturedPath, PicturedPath];
const withPaths = (...paths: readonly PicturedPath[]): NetworkPicture => ({ ...PICTURE, paths });

describe('an arrow', () => {
  test('is green to the end where the packet passes', () => {
    const svg = drawn(withPaths(passing));
    expect(times(svg, 'class="ap"')).toBeGreaterThan(4);
    expect(times(svg, /class="a[sun]"/)).toBe(0);
  });
  test('is red where the packet is stopped, and only dotted from there', () => {
    const [first] = stopped.hops;
    const svg = drawn(withPaths({ ...stopped, hops: first === undefined ? [] : [first, ...stopped.hops.slice(2)] }));
    const arrows = [...svg.matchAll(/class="a([psun])"/g)].map(([, kind]) => kind).join('');
    expect(arrows).toMatch(/^p+sn+$/);
  });
  test('is dashed from where nothing is known', () => {
    const [first, second] = stopped.hops;
    const svg = drawn(withPaths({ ...stopped, verdict: 'unknown', hops: first && second ? [first, second] : [] }));
    expect([...svg.matchAll(/class="a([psun])"/g)].map(([, kind]) => kind).join('')).toMatch(/^p+u+$/);
  });
  test('never looks as if a packet arrived where the path says otherwise', () => {
    const svg = drawn(withPaths({ ...passing, verdict: 'stops', hops: [] }));
    expect(times(svg, 'class="ap"')).toBe(0);
    expect(times(svg, 'class="ds"')).toBe(1);
  });
});

describe('a drawing', () => {
  test.each([1, 2, 3, 7, 16])('of %d subnets shows each of them, each table, and each goal', (number) => {
    const picture = networkOf(number, 'broken');
    const svg = drawn(picture);
    for (const { id } of [...picture.subnets, ...picture.routeTables, ...picture.groups, ...picture.ways]) expect(svg).toContain(`>${id}`);
    expect(times(svg, /<g><title>[^<]*reach/)).toBe(picture.paths.length);
  });
  test('says by signs, not by colour alone, what stops', () => {
    const stops = networkOf(16, 'broken').paths.filter(({ verdict }) => verdict === 'stops').length;
    // One cross at the hop, one at what is not reached.
    expect(times(drawn(networkOf(16, 'broken')), 'l5.6 5.6m0-5.6l-5.6 5.6')).toBe(2 * stops);
    expect(times(drawn(networkOf(16, 'ready')), 'l5.6 5.6m0-5.6l-5.6 5.6')).toBe(0);
  });
  test('keeps its words inside its boxes: no line begins below the drawing or beside it', () => {
    for (const number of [1, 3, 16]) {
      const svg = drawn(networkOf(number, 'broken'));
      const height = Number(/viewBox="0 0 1200 (\d+)"/.exec(svg)?.[1]);
      for (const [, x, y] of svg.matchAll(/<text x="(\d+)" y="(\d+)"/g)) {
        expect(Number(x)).toBeLessThan(1200);
        expect(Number(y)).toBeLessThan(height);
      }
    }
  });
  test('stands in a page without a style of its own', () => {
    const svg = networkSvg(PICTURE, { style: 'page' });
    expect(svg).not.toContain('<style');
    expect(svg).not.toMatch(/ style=| on\w+=/);
  });
  test('says so where nothing was traced, read or is there', () => {
    const bare: NetworkPicture = { vpc: { id: 'vpc-1', cidrs: [] }, subnets: [], routeTables: [], groups: [], ways: [], paths: [] };
    expect(drawn(bare)).toContain('no path was traced');
    expect(drawn({ ...PICTURE, paths: [] })).toContain('no path was traced from here');
    expect(drawn({ ...bare, subnets: [{ id: 'subnet-1', zone: 'a', cidr: '10.0.0.0/24' }] })).toContain('route table not read');
  });
  test('shows a path that begins elsewhere than in a subnet', () => {
    expect(drawn(withPaths({ ...passing, from: 'sg-1', to: 'sg-1' }))).toContain('Other places');
  });
});

const marked = (text: string): string => `${text.slice(0, -2)}<script>"&'${HOSTILE}]]>${text.slice(-2)}`;

describe('hostile names', () => {
  const picture = seeded(PICTURE, marked);
  test.each([
    ['SVG', drawn(picture)],
    ['Graphviz', networkDot(picture)],
    ['words', networkText(picture, 80)],
  ])('stay visible text in %s', (_, text) => {
    expect(firstHidden(text.replaceAll('\n', ''))).toBe('');
    expect(text).toContain('\\u{1b}');
  });
  test('are no markup in SVG', () => {
    expect(drawn(picture)).not.toMatch(/<script|]]>/);
    expect(
      [...drawn(picture).matchAll(/<(\w+)/g)].every(([, name]) => ['svg', 'style', 'rect', 'text', 'path', 'circle', 'g', 'title'].includes(name ?? '')),
    ).toBe(true);
  });
  test('do not end a string of Graphviz', () => {
    for (const line of networkDot(picture).split('\n')) expect(times(line.replace(/\\[\\"n]/g, ''), '"') % 2).toBe(0);
  });
});

describe('in words', () => {
  test.each([40, 80, 120])('at %d columns only words that cannot be broken go beyond the edge', (width) => {
    const tooLong = networkText(networkOf(16, 'broken'), width)
      .split('\n')
      .filter((line) => columnsOf(line) > width);
    expect(tooLong.filter((line) => line.trim().includes(' ')).filter((line) => !/^\s*\S+ \S*$/.test(line))).toEqual([]);
  });
});
