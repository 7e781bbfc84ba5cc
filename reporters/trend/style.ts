/** The classes of a trend. It takes its colours from `--ink` and the others, which the page or `OWN_COLOURS` define; those of its lines are its own. */
export const TREND_STYLE = `.trend{--s0:#1f4fbf;--s1:#7a3db8;--s2:#0a6c7e;--s3:#a82a6f;--s4:#4b5666;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink)}
@media screen and (prefers-color-scheme:dark){.trend{--s0:#8ab4ff;--s1:#c9a2ff;--s2:#5fd0df;--s3:#ff93c9;--s4:#b9c4d4}}
.trend .h{font-size:15px;font-weight:650}
.trend .q{fill:var(--soft)}
.trend .e{text-anchor:end}
.trend .c{text-anchor:middle}
.trend .m{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
.trend .n{font-weight:650}
.trend .x{stroke:var(--line);fill:none}
.trend .f{fill:var(--band)}
.trend .l{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.trend .s0{stroke:var(--s0)}.trend .s1{stroke:var(--s1);stroke-dasharray:8 4}.trend .s2{stroke:var(--s2);stroke-dasharray:2 4}.trend .s3{stroke:var(--s3);stroke-dasharray:10 3 2 3}.trend .s4{stroke:var(--s4);stroke-dasharray:5 3}
.trend .d0{fill:var(--s0)}.trend .d1{fill:var(--s1)}.trend .d2{fill:var(--s2)}.trend .d3{fill:var(--s3)}.trend .d4{fill:var(--s4)}
.trend .p{fill:var(--good);opacity:.55}.trend .b{fill:var(--bad)}.trend .u{fill:var(--unsure)}
`;

/** The colours of a trend that stands alone, light and dark. */
export const OWN_COLOURS = `.trend{--ground:#fff;--band:#eef1f5;--ink:#17202e;--soft:#566173;--line:#d3dae4;--good:#0b6e46;--bad:#b3261e;--unsure:#c58a1c}
@media screen and (prefers-color-scheme:dark){.trend{--ground:#10151d;--band:#1b2330;--ink:#e6ebf2;--soft:#9aa6b8;--line:#354052;--good:#41c98b;--bad:#ff8578;--unsure:#e3b554}}
.trend .g{fill:var(--ground)}
`;
