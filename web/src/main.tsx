import '@fontsource-variable/noto-sans-sc/index.css'
import './app/style.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { client } from './app/client.ts'
import { NewVersion } from './app/new-version.tsx'
import { router } from './app/routes.tsx'
import { themeOf } from './app/theme.ts'
import { standByOffline } from './offline/stand-by.ts'

dayjs.locale('zh-cn')
standByOffline()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no root')
createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={themeOf(false)} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <NewVersion />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
)
