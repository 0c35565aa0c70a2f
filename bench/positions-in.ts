import pg from 'pg'

/** How many positions lie in a database, asked beside whoever wrote them. */
export async function positionsIn(url: string): Promise<number> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ n: string }>('select count(*) as n from tracking_positions')
  await client.end()
  return Number(rows[0]?.n)
}
