/** The articles on which something stands (依据), as the server writes them. */
export function Basis({ articles }: { readonly articles: readonly string[] }) {
  return <span className="quiet" style={{ fontSize: '0.9em' }}>{articles.join('、')}</span>
}
