/** The classes of a network drawing. It takes its colours from `--ink` and the others, which the page or `OWN_COLOURS` define. */
export const NETWORK_STYLE = `.network{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink)}
.network .m{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-weight:600}
.network .h{font-size:15px;font-weight:650}
.network .q,.network .k{fill:var(--soft)}
.network .k{font-size:11px;font-weight:600;letter-spacing:.04em}
.network .z{fill:var(--band)}
.network .b{fill:var(--card);stroke:var(--line)}
.network .bs{stroke:var(--bad);stroke-width:1.5}
.network .bu{stroke:var(--unsure);stroke-dasharray:4 3}
.network .ts{fill:var(--bad)}
.network .tu{fill:var(--unsure)}
.network path{fill:none;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round}
.network .ap{stroke:var(--good)}
.network .as{stroke:var(--bad)}
.network .au{stroke:var(--soft);stroke-dasharray:6 4}
.network .an{stroke:var(--soft);stroke-dasharray:1 5;stroke-width:1.6}
.network .dp{fill:var(--good)}
.network .ds{fill:var(--bad)}
.network .du{fill:var(--unsure)}
.network .i{stroke:var(--card);stroke-width:1.8}
.network .d{fill:var(--card);font-weight:700;text-anchor:middle}
`;

/** The colours of a drawing that stands alone, light and dark. */
export const OWN_COLOURS = `.network{--ground:#fff;--band:#f3f5f8;--card:#fff;--ink:#17202e;--soft:#566173;--line:#d3dae4;--good:#0f7b4f;--bad:#c2281d;--unsure:#8a5a00}
@media (prefers-color-scheme:dark){.network{--ground:#10151d;--band:#181f2a;--card:#10151d;--ink:#e6ebf2;--soft:#9aa6b8;--line:#354052;--good:#41c98b;--bad:#ff7b6e;--unsure:#e0ae4b}}
.network .g{fill:var(--ground)}
`;
