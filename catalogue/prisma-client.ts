// https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-management
import { define } from './define.ts'

export default define(
  ['@prisma/client', '.prisma/client', '@prisma/client/edge'],
  [{ acquire: 'new PrismaClient()', kind: 'client', release: '.$disconnect()' }, { wraps: 'PrismaClient#$extends()' }],
)
