/** The look of `renderHtml`: a sheet as GB/T 9704-2012 measures it on a wide screen and in print, plain reading on a phone. */
export const paperCss = `
.paper { box-sizing: border-box; width: 210mm; max-width: 100%; min-height: 297mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm;
  background: #fff; color: #000; box-shadow: 0 1px 6px rgb(0 0 0 / .25);
  font: 16pt/1.81 FangSong_GB2312, FangSong, "Noto Serif SC", serif; overflow-wrap: anywhere; text-align: justify; }
.paper-record, .paper-form { font-size: 14pt; line-height: 1.75; }
.paper p { margin: 0; text-indent: 2em; }
.paper .paper-mark { margin-top: -15mm; height: 15mm; text-align: right; text-indent: 0; font-weight: 700; font-size: 12pt; }
.paper .paper-agency, .paper h1 { margin: 0 0 .3em; text-align: center; text-indent: 0; font-family: FZXiaoBiaoSong-B05S, "Noto Serif SC", serif;
  font-size: 22pt; line-height: 1.35; font-weight: 700; }
.paper .paper-number { text-align: right; text-indent: 0; }
.paper .paper-to, .paper .paper-ticks { text-indent: 0; }
.paper .paper-ticks span { margin-right: 1.2em; }
.paper h2, .paper h3 { margin: 0; font-size: inherit; line-height: inherit; text-indent: 2em; break-after: avoid; }
.paper h3 { font-weight: 400; font-family: KaiTi_GB2312, KaiTi, "Noto Serif SC", serif; }
.paper table { width: 100%; margin: .5em 0; border-collapse: collapse; table-layout: fixed; font-size: 14pt; line-height: 1.5; text-align: left; }
.paper th, .paper td { padding: 4pt 5pt; border: 1px solid #000; }
.paper tr { break-inside: avoid; }
.paper .paper-facts th { width: 28.5mm; box-sizing: border-box; font-weight: 400; text-align: center; }
.paper .paper-list { table-layout: auto; }
.paper .paper-list td, .paper .paper-list th { text-align: center; }
.paper dl { margin: 0; }
.paper dt, .paper dd { margin: 0; padding-left: 2em; text-indent: -2em; }
.paper dt { break-after: avoid; }
.paper .paper-opinion { display: flex; min-height: 27mm; margin: .5em 0; border: 1px solid #000; font-size: 14pt; line-height: 1.5; break-inside: avoid; }
.paper table + table, .paper table + .paper-opinion, .paper .paper-opinion + table, .paper .paper-opinion + .paper-opinion { margin-top: calc(-.5em - 1px); }
.paper .paper-opinion h3 { box-sizing: border-box; width: 28.5mm; flex: none; display: grid; place-content: center; padding: 4pt 5pt;
  border-right: 1px solid #000; font-family: inherit; text-indent: 0; text-align: center; }
.paper .paper-opinion div { flex: 1; min-width: 0; display: flex; flex-direction: column; padding: 4pt 5pt; }
.paper .paper-opinion p { text-indent: 0; text-align: left; }
.paper .paper-opinion .paper-who { margin-top: auto; padding-top: 1em; text-align: right; }
.paper .paper-signature { margin-top: 1.2em; }
.paper .paper-signature p { display: flex; flex-wrap: wrap; gap: .2em .5em; margin-bottom: .6em; text-indent: 0; }
.paper .paper-signature span:first-child { min-width: 6em; }
.paper .paper-signature u { flex: 1 1 6em; border-bottom: 1px solid #000; text-decoration: none; }
.paper .paper-hand { height: 2.6em; vertical-align: bottom; }
.paper .paper-signers { display: flex; flex-wrap: wrap; gap: .5em; margin-top: 2em; text-indent: 0; font-size: 12pt; }
.paper .paper-signers span { display: flex; flex: 1 1 10em; white-space: nowrap; }
.paper .paper-signers u { flex: 1; border-bottom: 1px solid #000; }
.paper .paper-seal { width: fit-content; margin: 2em 4em 0 auto; text-align: center; text-indent: 0; break-inside: avoid; }
.paper .paper-seal i { color: #595959; font-style: normal; }
.paper .paper-code { display: flex; gap: 1.2em; align-items: center; margin: .8em 0; }
.paper .paper-code svg { width: 30mm; height: 30mm; flex: none; }
.paper .paper-code p { text-indent: 0; margin: 0; overflow-wrap: anywhere; }
.paper .paper-blank { text-align: center; text-indent: 0; }
.paper footer { margin-top: 2em; font-size: 12pt; }
@media screen and (max-width: 700px) {
  .paper { min-height: 0; padding: 1rem; box-shadow: none; font-size: 1rem; }
  .paper .paper-mark { margin: 0; height: auto; }
  .paper .paper-agency, .paper h1 { font-size: 1.3rem; }
  .paper table, .paper .paper-opinion { font-size: .95rem; }
  .paper .paper-facts { width: calc(100% - 1px); margin-left: 1px; }
  .paper table + table { margin-top: -.5em; }
  .paper .paper-facts tr { display: grid; grid-template-columns: 6.2em 1fr; }
  .paper .paper-facts th, .paper .paper-opinion h3 { width: auto; }
  .paper .paper-facts th, .paper .paper-facts td { margin: -1px 0 0 -1px; }
  .paper .paper-opinion h3 { flex: 0 0 6.2em; }
  .paper .paper-seal { margin-right: 0; }
}
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print {
  .paper { width: auto; min-height: 0; padding: 0 1px; box-shadow: none; }
  .paper .paper-mark { margin-top: 0; height: auto; }
}
`
