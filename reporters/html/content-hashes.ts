/** SHA-256, base64, of the page's style; the test of the page says what it must be. */
export const STYLE_HASH = 'fuJ3pEV9jGBHwHOd7hBOXqEGTGYnkGfwWc9SeFbjER4=';

/** The same of its script. */
export const SCRIPT_HASH = 'HLxOx0MLggArx/sxVwXgxRpN56IGTEVZ9yM1b0IeRqw=';
