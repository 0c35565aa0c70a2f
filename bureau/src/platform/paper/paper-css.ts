/** The look of `renderHtml`: the page of GB/T 9704-2012 on a wide screen, plain reading on a phone. */
export const paperCss = `
.paper { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 37mm 26mm 35mm 28mm; background: #fff; color: #000;
  font: 16pt/1.81 FangSong_GB2312, FangSong, "Noto Serif SC", serif; overflow-wrap: anywhere; }
.paper-record, .paper-form { font-size: 14pt; line-height: 1.75; }
.paper p { margin: 0; text-indent: 2em; }
.paper .paper-mark { text-align: right; text-indent: 0; font-weight: 700; font-size: 12pt; }
.paper .paper-agency, .paper h1 { margin: 0 0 .4em; text-align: center; text-indent: 0; font-size: 22pt; line-height: 1.4; font-weight: 700; }
.paper .paper-number { text-align: right; text-indent: 0; }
.paper .paper-to, .paper .paper-ticks { text-indent: 0; }
.paper .paper-ticks span { margin-right: 1.2em; }
.paper h2, .paper h3 { margin: 0; font-size: inherit; text-indent: 2em; break-after: avoid; }
.paper h3 { font-weight: 400; }
.paper table { width: 100%; margin: .5em 0; border-collapse: collapse; font-size: 14pt; line-height: 1.5; }
.paper th, .paper td { padding: 4pt 5pt; border: 1px solid #000; }
.paper .paper-facts th { width: 24mm; font-weight: 400; }
.paper .paper-list td { text-align: center; }
.paper dl { margin: 0; }
.paper dt { font-weight: 700; }
.paper dt, .paper dd { margin: 0; padding-left: 2em; text-indent: -2em; }
.paper .paper-opinion { display: flex; border: 1px solid #000; margin-top: -1px; font-size: 14pt; line-height: 1.5; }
.paper .paper-opinion h3 { width: 24mm; flex: none; padding: 4pt 5pt; border-right: 1px solid #000; text-indent: 0; text-align: center; align-self: stretch; }
.paper .paper-opinion div { flex: 1; padding: 4pt 5pt; }
.paper .paper-opinion p { text-indent: 0; }
.paper .paper-opinion .paper-who { margin-top: 1.5em; text-align: right; }
.paper .paper-signature { margin-top: 1.2em; }
.paper .paper-signature p { display: flex; gap: .5em; text-indent: 0; }
.paper .paper-signature u { flex: 1; min-width: 4em; border-bottom: 1px solid #000; text-decoration: none; }
.paper .paper-signers { display: flex; gap: .5em; margin-top: 2em; text-indent: 0; font-size: 12pt; }
.paper .paper-signers span { display: flex; flex: 1; white-space: nowrap; }
.paper .paper-signers u { flex: 1; border-bottom: 1px solid #000; }
.paper .paper-seal { width: fit-content; margin: 2em 4em 0 auto; text-align: center; text-indent: 0; break-inside: avoid; }
.paper .paper-seal i { color: #595959; font-style: normal; }
.paper .paper-blank { text-align: center; text-indent: 0; }
.paper footer { margin-top: 2em; font-size: 12pt; }
@media (max-width: 700px) { .paper { padding: 1rem; font-size: 1rem; } .paper table { font-size: .9rem; } .paper .paper-signers { display: flex; gap: .5em; margin-top: 2em; text-indent: 0; font-size: 12pt; }
.paper .paper-signers span { display: flex; flex: 1; white-space: nowrap; }
.paper .paper-signers u { flex: 1; border-bottom: 1px solid #000; }
.paper .paper-seal { margin-right: 0; } }
`
