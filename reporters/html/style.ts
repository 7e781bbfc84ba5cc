import { NETWORK_STYLE } from '../network/style.ts';
import { TREND_STYLE } from '../trend/style.ts';

const DARK = `--ground:#0d1117;--card:#151b24;--band:#1b2330;--ink:#e6ebf2;--soft:#9eabbd;--line:#2c3645;--link:#8ab4ff;--good:#41c98b;--bad:#ff8578;--unsure:#e3b554;--good-back:#12291f;--bad-back:#331a19;--unsure-back:#2f2613;--code:#0f151d;--shade:none`;

const LIGHT = `--ground:#f4f6f9;--card:#fff;--band:#f3f5f8;--ink:#17202e;--soft:#566173;--line:#dbe1ea;--link:#1f4fbf;--good:#0b6e46;--bad:#b3261e;--unsure:#7d5200;--good-back:#e6f4ec;--bad-back:#fcebe9;--unsure-back:#fbf1dc;--code:#f6f8fa;--shade:0 1px 2px rgba(23,32,46,.05),0 4px 16px rgba(23,32,46,.04)`;

const PAGE = `:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
@media print{:root{color-scheme:light;${LIGHT};--ground:#fff;--shade:none}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
main,.banner>*,footer{max-width:1360px;margin-inline:auto;padding-inline:24px}
h1,h2,h3,h4,h5,p,ul,ol,dl,dd,figure{margin:0;padding:0}
h1{font-size:clamp(28px,4vw,40px);line-height:1.15;letter-spacing:-.02em;font-weight:700}
h2{font-size:24px;letter-spacing:-.01em;margin:56px 0 20px}
h3{font-size:15px;line-height:1.4}
h4{font-size:16px;line-height:1.4;font-weight:600}
h5{font-size:12px;text-transform:uppercase;letter-spacing:.08em;color:var(--soft);font-weight:600}
a{color:var(--link);text-underline-offset:2px}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:4px}
[hidden]{display:none!important}
.skip{position:absolute;left:-999px;top:0;background:var(--card);padding:8px 16px;z-index:9}
.skip:focus{left:8px}
.soft{color:var(--soft)}
.target,.finding,.rule{scroll-margin-top:112px}
.good{--tone:var(--good);--back:var(--good-back)}
.bad{--tone:var(--bad);--back:var(--bad-back)}
.unsure{--tone:var(--unsure);--back:var(--unsure-back)}
.quiet,.strong,.owner{--tone:var(--soft);--back:var(--band)}
.sign{color:var(--tone);font-weight:700;display:inline-block;min-width:1.1em}
.tag{display:inline-block;font-size:12.5px;line-height:20px;padding:0 8px;border-radius:10px;background:var(--back);color:var(--tone);font-weight:600;white-space:nowrap}
.tag.owner{background:none;box-shadow:inset 0 0 0 1px var(--line);color:var(--ink)}
.tag.strong{color:var(--ink)}
.banner{background:var(--card);border-bottom:1px solid var(--line);padding-block:36px 28px}
.brand{color:var(--soft);font-size:14px;margin-bottom:20px!important}
.brand strong{color:var(--ink);letter-spacing:-.01em}
.plan{font-size:18px;color:var(--soft);margin-top:10px!important}
.meta{display:flex;flex-wrap:wrap;gap:6px 28px;font-size:14px}
.banner .meta{margin-top:24px}
.meta div,.facts div{display:flex;gap:8px;min-width:0}
dt{color:var(--soft);flex:none}
dd{min-width:0;overflow-wrap:anywhere}
.alerts{list-style:none;display:grid;gap:8px;margin-top:20px!important}
.alerts li,.alert{background:var(--unsure-back);color:var(--unsure);padding:10px 16px;border-radius:8px;font-weight:500;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:3fr 4fr;gap:16px}
.tiles>div,.causes,.actors,.target,.fold,.toolbar{background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shade)}
.tiles>div{padding:18px 24px}
.summary h3{color:var(--soft);font-weight:600;margin-bottom:10px}
.tiles ul{display:flex;flex-wrap:wrap;gap:8px 32px;list-style:none}
.tiles b{display:block;font-size:34px;line-height:1.1;letter-spacing:-.02em;color:var(--tone);font-variant-numeric:tabular-nums}
.tiles .none{color:var(--soft)}.tiles .none b{color:var(--soft);font-weight:500}
.twice{display:grid;grid-template-columns:2fr 1fr;gap:16px;margin-top:16px}
.twice>*{padding:22px 24px}
.twice>:only-child{grid-column:1/-1}
.steps{padding-left:22px!important;display:grid;gap:12px}
.steps::marker,.steps li::marker{color:var(--soft);font-weight:600}
.plain{list-style:none;display:grid;gap:8px}
.actors .plain{gap:12px}
table{border-collapse:collapse;width:100%;font-size:14px}
caption{text-align:left;font-weight:600;color:var(--soft);padding:0 0 10px;font-size:15px}
th,td{text-align:left;vertical-align:top;padding:9px 16px 9px 0;border-top:1px solid var(--line)}
thead th{border-top:0;color:var(--soft);font-weight:600;font-size:13px}
.n{text-align:right;font-variant-numeric:tabular-nums}td.none{color:var(--soft)}
th:last-child,td:last-child{padding-right:0}
.targets th,.targets td{white-space:nowrap}.targets th[scope=row]{white-space:normal;overflow-wrap:anywhere;min-width:120px}
.summary>.pan{margin-top:16px;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:20px 24px 8px;box-shadow:var(--shade)}
.pan{overflow-x:auto;position:relative}
.toolbar{display:flex;flex-wrap:wrap;gap:12px 16px;align-items:end;padding:14px 20px;position:sticky;top:8px;z-index:5;font-size:14px;margin-bottom:20px}
fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:6px;min-width:0}
legend{padding:0;color:var(--soft);font-size:12.5px;margin-bottom:4px}
fieldset label{position:relative;cursor:pointer}
fieldset input{position:absolute;opacity:0;inset:0;margin:0;cursor:pointer}
fieldset span{display:block;padding:5px 10px;border-radius:8px;background:var(--band);border:1px solid var(--line)}
fieldset b{font-weight:600;font-variant-numeric:tabular-nums;margin-left:2px}
fieldset :checked+span{background:var(--ink);color:var(--card);border-color:var(--ink)}
fieldset :focus-visible+span{outline:3px solid var(--link);outline-offset:2px}
.field{display:grid;gap:4px;color:var(--soft);font-size:12.5px}
select,input[type=search],button{font:inherit;font-size:14px;color:var(--ink);background:var(--card);border:1px solid var(--soft);border-radius:8px;padding:5px 10px;min-height:34px;max-width:160px}
button{cursor:pointer}button:hover{background:var(--band)}
output{color:var(--soft);position:absolute;top:13px;right:20px;font-size:12.5px}
.target{padding:26px 28px;margin-bottom:24px}
.target>header{display:flex;flex-wrap:wrap;gap:12px;align-items:baseline;justify-content:space-between}
.target h3{font-size:22px;letter-spacing:-.01em;overflow-wrap:anywhere;min-width:0}
.verdict{background:var(--back);color:var(--tone);font-weight:650;border-radius:16px;padding:3px 14px;white-space:nowrap}
.closing{font-size:17px;margin:6px 0 10px!important}
.target>.meta{color:var(--ink);margin-bottom:18px}
.target>.alert{margin:12px 0}
figure{margin:0 0 20px!important;border:1px solid var(--line);border-radius:10px;padding:14px 0}
figcaption,.words{margin-inline:16px}
.closing,.what,.fix p,.remedy>p{max-width:100ch}
figcaption{color:var(--soft);font-weight:600;font-size:14px;margin-bottom:8px}
.network{display:block;min-width:960px;width:100%;height:auto}
.trend{display:block;min-width:900px;width:100%;max-width:1200px;height:auto;padding:12px 0}
.words pre{white-space:pre-wrap}
.words summary,.fold>summary,details.rest>summary{cursor:pointer;color:var(--soft);font-weight:600;font-size:14px;padding:10px 0}
.finding{border:1px solid var(--line);border-left:4px solid var(--tone);border-radius:10px;margin-bottom:12px;content-visibility:auto;contain-intrinsic-size:auto 60px}
.finding>summary{display:flex;gap:6px 12px;align-items:baseline;flex-wrap:wrap;padding:13px 18px;cursor:pointer;list-style:none}
.finding>summary::-webkit-details-marker{display:none}
.finding h4{flex:1 1 320px;min-width:0;overflow-wrap:anywhere}
.finding>summary:after{content:"";width:7px;height:7px;border:solid var(--soft);border-width:0 2px 2px 0;transform:rotate(45deg) translate(-2px,-2px);flex:none}
.finding[open]>summary:after{transform:rotate(225deg)}
.finding .tags{display:flex;flex-wrap:wrap;gap:6px}
.body{padding:0 22px 20px 36px;display:grid;gap:16px}
.body>*{min-width:0}
.what{font-size:17px}
.evidence{list-style:none;display:grid;gap:14px}
.evidence>li{min-width:0;border-top:1px solid var(--line);padding-top:14px}
.facts{display:grid;gap:4px;font-size:14.5px}
.facts dt{width:92px}
.waiver{background:var(--band);border-radius:8px;padding:8px 14px;margin-top:10px!important;overflow-wrap:anywhere}
.trace{background:var(--band);border-radius:10px;padding:14px 18px;margin-top:12px;display:grid;gap:10px;font-size:14.5px;min-width:0;overflow-wrap:anywhere}
.question,.question code{font-weight:600}
.gates{list-style:none;display:grid;gap:8px}
.gates>li{display:flex;gap:8px}
.gates>li>div{min-width:0}
.statements,.tests,.notes{padding-left:20px!important;display:grid;gap:6px;margin-top:6px!important}
.pair{margin-top:4px!important;font-size:14px}
.pair div{display:flex;gap:8px}.pair dt{width:60px}
.aws{color:var(--soft)}
.remedy,.grant,.clears{min-width:0;display:grid;gap:10px}
.grant{margin:16px 0}
.fix{display:grid;gap:8px;position:relative;min-width:0}
.fix p{overflow-wrap:anywhere}
.clears .plain{gap:2px;padding-left:20px!important;list-style:disc}
pre{margin:0;white-space:pre-wrap}
pre.copy{background:var(--code);border:1px solid var(--line);border-radius:8px;padding:12px 16px;min-width:0}
pre.copy code{overflow-wrap:anywhere}
button[aria-label]{justify-self:end;font-size:12.5px;min-height:28px;padding:2px 10px;margin:16px 8px -46px 0;border-color:var(--line);color:var(--soft);z-index:1}
.ref{font-size:13.5px;color:var(--soft)}
[data-o] td:first-child{white-space:nowrap;width:9em}
[data-o] td:nth-child(2){width:40%}
[data-o] td:last-child{color:var(--soft);overflow-wrap:anywhere}
[data-o] td:first-child:before{font-weight:700;display:inline-block;width:1.4em;color:var(--soft);content:"–"/""}
[data-o=pass] td:first-child:before{color:var(--good);content:"✔"/""}
[data-o=cannot-tell] td:first-child:before,[data-o=error] td:first-child:before{color:var(--unsure);content:"?"/""}
.fold{padding:8px 24px;margin-bottom:20px}
.rule{padding:14px 0;border-top:1px solid var(--line);display:grid;gap:6px;content-visibility:auto;contain-intrinsic-size:auto 140px}
.rule h3{font-size:16px}
footer{color:var(--soft);font-size:14px;padding-block:32px 48px}
@media screen and (max-width:760px){body{font-size:15px}main,.banner>*,footer{padding-inline:14px}.tiles,.twice{grid-template-columns:1fr}.target{padding:18px 14px}.toolbar{position:static;padding:14px}.toolbar .field{flex:1 1 100%}select,input[type=search]{max-width:none;width:100%}.body{padding:0 14px 16px}.finding>summary{padding:12px}.facts div{flex-direction:column;gap:0}.facts dt{width:auto}.finding h4{flex-basis:200px}output{position:static}.target,.finding,.rule{scroll-margin-top:8px}h2{margin-top:40px}}
@media print{body{font-size:10pt}main,.banner>*,footer{padding-inline:0;max-width:none}h1{font-size:24pt}h2{margin-top:32px}table{font-size:8.5pt}th,td{padding-right:10px}code,pre{font-size:8.5pt}.targets th[scope=row]{min-width:7em}.facts,.trace,.meta,.closing,.what{font-size:inherit}.target{border:0;padding:0}.body{padding:0 14px 14px 26px}.tiles>div,.twice>*{padding:12px 16px}.toolbar,.skip,button,.words{display:none!important}.finding,.rule{content-visibility:visible;break-inside:avoid-page}.target,.tiles>div,.twice>*{break-inside:auto;box-shadow:none}details::details-content{content-visibility:visible;display:block}h2,h3,summary{break-after:avoid}.pan{overflow:visible}.network,.trend{min-width:0}a{color:inherit}.targets th,.targets td{white-space:normal}.targets code{white-space:nowrap}.sign,.tag,.verdict,.network,.trend{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

/** The page's whole style. */
export const STYLE = `${PAGE}${NETWORK_STYLE}${TREND_STYLE}`;
