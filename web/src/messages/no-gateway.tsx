import { Alert } from 'antd'

/** Said wherever messages are shown, so that nobody believes that a party was reminded (没有配置网关). */
export const NoGateway = ({ isInCase = false }: { readonly isInCase?: boolean }) => <Alert type="warning" showIcon style={{ marginBottom: 12 }} title="没有配置短信网关，提醒都没有发出" description={isInCase ? undefined : '在机关信息（bureau.json）的 messages 中填写网关地址，在数据目录放置 sms-gateway.key（三十二位以上的共享密钥），重新启动后发送仍然需要的提醒。'} />
