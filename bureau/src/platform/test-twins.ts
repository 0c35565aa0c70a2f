import pg from 'pg'

/** A database of its own on the server of the tests, as it is or as a copy of another one that nobody is connected to; answers its address. */
export async function databaseOn(server: string, name: string, copyOf?: string): Promise<string> {
  await asked(server, `create database ${name}${copyOf === undefined ? '' : ` template ${copyOf}`}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** What a database answers, asked beside whoever works on it. */
export async function asked(url: string, question: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(question)
    return rows
  } finally {
    await client.end()
  }
}
