import type { Finding, StratumView } from '@zhunsheng/bureau/modules/consistency/wire.ts'
import { BoxPlot } from './box-plot.tsx'
import './consistency.css'

/** The strata in which the group's cases could be compared (可比组): how its fines lie beside those of the others, or how often it spared. */
export function Strata({ strata, finding: { about, valueName } }: { readonly strata: readonly StratumView[]; readonly finding: Finding }) {
  if (strata.length === 0) return <p className="quiet">这些案件后来都变更或者撤销了，没有可以显示的。</p>
  return strata.map((stratum) => (
    <section key={stratum.says} className="stratum">
      <h3>{stratum.says}</h3>
      {about === 'fine' ? <Fines stratum={stratum} valueName={valueName} /> : <Spared stratum={stratum} valueName={valueName} />}
    </section>
  ))
}

interface Compared {
  readonly stratum: StratumView
  readonly valueName: string
}
function Fines({ stratum: { own, others, unit }, valueName }: Compared) {
  const rows = [...(own === undefined ? [] : [{ name: valueName, box: own }]), ...(others === undefined ? [] : [{ name: '其他', box: others }])]
  return rows.length === 0 ? <p className="quiet">没有罚款数额。</p> : <BoxPlot rows={rows} unit={unit} />
}

function Spared({ stratum: { ownCases, ownExempt, otherCases, otherExempt }, valueName }: Compared) {
  return <ul className="plain-list spared">{[{ name: valueName, spared: ownExempt, all: ownCases }, { name: '其他', spared: otherExempt, all: otherCases }].map(({ name, spared, all }) => <li key={name}><span>{name}：{all} 件，不予处罚 {spared} 件（{shareWords(spared, all)}）</span><svg width="100%" height={12} aria-hidden><rect width="100%" height={12} className="spared-all" /><rect width={`${all === 0 ? 0 : (spared / all) * 100}%`} height={12} /></svg></li>)}</ul>
}
const shareWords = (part: number, all: number): string => (all === 0 ? '—' : `${((part / all) * 100).toFixed(1)}%`)
