const SANS = 6.3;
const MONO = 6.75;

/** How a text is set: running words, or an id whose characters are all of one width. */
export type Face = 'sans' | 'mono';

/** Characters of 11 pixels that surely fit into a width, whatever font the reader has. */
export const charactersIn = (width: number, face: Face): number => Math.floor(width / (face === 'mono' ? MONO : SANS));

// Ids, names of services and ARNs are best broken behind a point, slash, colon or dash.
const BREAK = /^.*[./:-]/su;

const pieces = (word: string, most: number): readonly string[] => {
  const characters = [...word];
  if (characters.length <= most) return [word];
  const start = characters.slice(0, most).join('');
  const [head = start] = BREAK.exec(start) ?? [];
  return [head, ...pieces(word.slice(head.length), most)];
};

const flowed = (text: string, most: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.split(' ').flatMap((word) => pieces(word, most))) {
    const longer = line === '' ? piece : `${line} ${piece}`;
    if ([...longer].length <= most) line = longer;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return [...lines, line];
};

/** Breaks a text into at most so many lines of at most so many characters; what is left out is marked by an ellipsis. */
export const fitted = (text: string, { most, lines }: { readonly most: number; readonly lines: number }): readonly string[] => {
  const all = flowed(text, most);
  if (all.length <= lines) return all;
  const last = all[lines - 1] ?? '';
  return [...all.slice(0, lines - 1), `${[...last].slice(0, most - 1).join('')}…`];
};
