const STRANGE_ZONE = 'Pacific/Chatham'
const found = Intl.DateTimeFormat().resolvedOptions().timeZone
if (found !== STRANGE_ZONE) throw new Error(`tests run in the zone ${STRANGE_ZONE}, this one runs in ${found}: start it through vitest.config.ts`)
