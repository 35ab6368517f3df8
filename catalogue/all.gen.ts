/* eslint-disable max-lines -- one line and one name for each package. Written by scripts/generate.ts. */
import type { Entry } from './define.ts'
import agenda from './agenda.ts'
import amqpConnectionManager from './amqp-connection-manager.ts'
import amqplib from './amqplib.ts'
import apolloServer from './apollo-server.ts'
import apolloServerCore from './apollo-server-core.ts'
import applicationinsights from './applicationinsights.ts'
import asyncExitHook from './async-exit-hook.ts'
import asyncMutex from './async-mutex.ts'
import azureEventHubs from './azure-event-hubs.ts'
import azureServiceBus from './azure-service-bus.ts'
import basicFtp from './basic-ftp.ts'
import beeQueue from './bee-queue.ts'
import betterSqlite3 from './better-sqlite3.ts'
import bonjourService from './bonjour-service.ts'
import bree from './bree.ts'
import bull from './bull.ts'
import bullmq from './bullmq.ts'
import cacheManager from './cache-manager.ts'
import cacheManagerIoredisYet from './cache-manager-ioredis-yet.ts'
import cacheManagerRedisYet from './cache-manager-redis-yet.ts'
import cacheable from './cacheable.ts'
import cassandraDriver from './cassandra-driver.ts'
import chokidar from './chokidar.ts'
import clickhouseClient from './clickhouse-client.ts'
import closeWithGrace from './close-with-grace.ts'
import configcatNode from './configcat-node.ts'
import confluentincKafkaJavascript from './confluentinc-kafka-javascript.ts'
import connect from './connect.ts'
import connectMongo from './connect-mongo.ts'
import connectPgSimple from './connect-pg-simple.ts'
import couchbase from './couchbase.ts'
import cron from './cron.ts'
import croner from './croner.ts'
import death from './death.ts'
import discordJs from './discord-js.ts'
import drizzleOrm from './drizzle-orm.ts'
import duckdb from './duckdb.ts'
import duckdbAsync from './duckdb-async.ts'
import duckdbNodeApi from './duckdb-node-api.ts'
import elasticApmNode from './elastic-apm-node.ts'
import elasticElasticsearch from './elastic-elasticsearch.ts'
import elasticsearch from './elasticsearch.ts'
import eventsource from './eventsource.ts'
import execa from './execa.ts'
import exitHook from './exit-hook.ts'
import express from './express.ts'
import expressMysqlSession from './express-mysql-session.ts'
import expressWs from './express-ws.ts'
import fastify from './fastify.ts'
import fastifyCli from './fastify-cli.ts'
import fastifyElasticsearch from './fastify-elasticsearch.ts'
import fastifyGracefulShutdown from './fastify-graceful-shutdown.ts'
import fastifyLeveldb from './fastify-leveldb.ts'
import fastifyMongodb from './fastify-mongodb.ts'
import fastifyMysql from './fastify-mysql.ts'
import fastifyPiscina from './fastify-piscina.ts'
import fastifyPlugin from './fastify-plugin.ts'
import fastifyPostgres from './fastify-postgres.ts'
import fastifyRedis from './fastify-redis.ts'
import fastifySocketIo from './fastify-socket-io.ts'
import fastifyWebsocket from './fastify-websocket.ts'
import feathersjsExpress from './feathersjs-express.ts'
import feathersjsKoa from './feathersjs-koa.ts'
import flagsmithNodejs from './flagsmith-nodejs.ts'
import ftp from './ftp.ts'
import genericPool from './generic-pool.ts'
import godaddyTerminus from './godaddy-terminus.ts'
import golevelupNestjsRabbitmq from './golevelup-nestjs-rabbitmq.ts'
import googleCloudPubsub from './google-cloud-pubsub.ts'
import grammy from './grammy.ts'
import graphileWorker from './graphile-worker.ts'
import graphqlWs from './graphql-ws.ts'
import graphqlYoga from './graphql-yoga.ts'
import grpcGrpcJs from './grpc-grpc-js.ts'
import hapiHapi from './hapi-hapi.ts'
import honoNodeServer from './hono-node-server.ts'
import hotShots from './hot-shots.ts'
import httpGracefulShutdown from './http-graceful-shutdown.ts'
import httpTerminator from './http-terminator.ts'
import imap from './imap.ts'
import imapflow from './imapflow.ts'
import influxdataInfluxdbClient from './influxdata-influxdb-client.ts'
import inversifyExpressUtils from './inversify-express-utils.ts'
import ioredis from './ioredis.ts'
import iovalkey from './iovalkey.ts'
import kafkajs from './kafkajs.ts'
import keyv from './keyv.ts'
import keyvMongo from './keyv-mongo.ts'
import keyvMysql from './keyv-mysql.ts'
import keyvPostgres from './keyv-postgres.ts'
import keyvRedis from './keyv-redis.ts'
import keyvSqlite from './keyv-sqlite.ts'
import keyvValkey from './keyv-valkey.ts'
import knex from './knex.ts'
import koa from './koa.ts'
import koaWebsocket from './koa-websocket.ts'
import kysely from './kysely.ts'
import launchdarklyNodeServerSdk from './launchdarkly-node-server-sdk.ts'
import ldapjs from './ldapjs.ts'
import ldapts from './ldapts.ts'
import level from './level.ts'
import levelup from './levelup.ts'
import liaoliaotsNestjsRedis from './liaoliaots-nestjs-redis.ts'
import libsqlClient from './libsql-client.ts'
import lightship from './lightship.ts'
import lilHttpTerminator from './lil-http-terminator.ts'
import lmdb from './lmdb.ts'
import log4js from './log4js.ts'
import loopbackRest from './loopback-rest.ts'
import mariadb from './mariadb.ts'
import measuredCore from './measured-core.ts'
import memcached from './memcached.ts'
import memjs from './memjs.ts'
import mikroOrmCore from './mikro-orm-core.ts'
import mikroOrmNestjs from './mikro-orm-nestjs.ts'
import moleculer from './moleculer.ts'
import mongodb from './mongodb.ts'
import mongoose from './mongoose.ts'
import mqtt from './mqtt.ts'
import mssql from './mssql.ts'
import mysql from './mysql.ts'
import mysql2 from './mysql2.ts'
import nats from './nats.ts'
import neo4jDriver from './neo4j-driver.ts'
import neondatabaseServerless from './neondatabase-serverless.ts'
import nestjsApollo from './nestjs-apollo.ts'
import nestjsBullmq from './nestjs-bullmq.ts'
import nestjsCacheManager from './nestjs-cache-manager.ts'
import nestjsCommon from './nestjs-common.ts'
import nestjsCore from './nestjs-core.ts'
import nestjsCqrs from './nestjs-cqrs.ts'
import nestjsGraphql from './nestjs-graphql.ts'
import nestjsI18n from './nestjs-i18n.ts'
import nestjsMicroservices from './nestjs-microservices.ts'
import nestjsModulesIoredis from './nestjs-modules-ioredis.ts'
import nestjsMongoose from './nestjs-mongoose.ts'
import nestjsPlatformExpress from './nestjs-platform-express.ts'
import nestjsPlatformFastify from './nestjs-platform-fastify.ts'
import nestjsSchedule from './nestjs-schedule.ts'
import nestjsSequelize from './nestjs-sequelize.ts'
import nestjsTypeorm from './nestjs-typeorm.ts'
import nestjsWebsockets from './nestjs-websockets.ts'
import nodeCache from './node-cache.ts'
import nodeChildProcess from './node-child-process.ts'
import nodeCleanup from './node-cleanup.ts'
import nodeCluster from './node-cluster.ts'
import nodeCron from './node-cron.ts'
import nodeDgram from './node-dgram.ts'
import nodeDiscover from './node-discover.ts'
import nodeFs from './node-fs.ts'
import nodeGraceful from './node-graceful.ts'
import nodeHttp from './node-http.ts'
import nodeHttp2 from './node-http2.ts'
import nodeHttps from './node-https.ts'
import nodeNet from './node-net.ts'
import nodeRdkafka from './node-rdkafka.ts'
import nodeSchedule from './node-schedule.ts'
import nodeSqlite from './node-sqlite.ts'
import nodeTelegramBotApi from './node-telegram-bot-api.ts'
import nodeTimers from './node-timers.ts'
import nodeTimersPromises from './node-timers-promises.ts'
import nodeTls from './node-tls.ts'
import nodeWorkerThreads from './node-worker-threads.ts'
import nodemailer from './nodemailer.ts'
import objection from './objection.ts'
import opensearchProjectOpensearch from './opensearch-project-opensearch.ts'
import opentelemetryExporterPrometheus from './opentelemetry-exporter-prometheus.ts'
import opentelemetrySdkNode from './opentelemetry-sdk-node.ts'
import opentelemetrySdkTraceNode from './opentelemetry-sdk-trace-node.ts'
import oracledb from './oracledb.ts'
import pg from './pg.ts'
import pgBoss from './pg-boss.ts'
import pgListen from './pg-listen.ts'
import pgPool from './pg-pool.ts'
import pgPromise from './pg-promise.ts'
import pino from './pino.ts'
import piscina from './piscina.ts'
import platformaticKafka from './platformatic-kafka.ts'
import playwright from './playwright.ts'
import polka from './polka.ts'
import postgres from './postgres.ts'
import posthogNode from './posthog-node.ts'
import prismaClient from './prisma-client.ts'
import properLockfile from './proper-lockfile.ts'
import puppeteer from './puppeteer.ts'
import pyroscopeNodejs from './pyroscope-nodejs.ts'
import rascal from './rascal.ts'
import redis from './redis.ts'
import redlock from './redlock.ts'
import restify from './restify.ts'
import rethinkdb from './rethinkdb.ts'
import rhea from './rhea.ts'
import rheaPromise from './rhea-promise.ts'
import rotatingFileStream from './rotating-file-stream.ts'
import routingControllers from './routing-controllers.ts'
import segmentAnalyticsNode from './segment-analytics-node.ts'
import sentryNode from './sentry-node.ts'
import sequelize from './sequelize.ts'
import sequelizeTypescript from './sequelize-typescript.ts'
import serialport from './serialport.ts'
import serverDestroy from './server-destroy.ts'
import signalExit from './signal-exit.ts'
import slackBolt from './slack-bolt.ts'
import slonik from './slonik.ts'
import socketIo from './socket-io.ts'
import socketIoClient from './socket-io-client.ts'
import sqlite from './sqlite.ts'
import sqlite3 from './sqlite3.ts'
import sqsConsumer from './sqs-consumer.ts'
import ssh2 from './ssh2.ts'
import ssh2SftpClient from './ssh2-sftp-client.ts'
import statsigNode from './statsig-node.ts'
import stompStompjs from './stomp-stompjs.ts'
import stoppable from './stoppable.ts'
import tedious from './tedious.ts'
import telegraf from './telegraf.ts'
import temporalioClient from './temporalio-client.ts'
import temporalioWorker from './temporalio-worker.ts'
import throng from './throng.ts'
import tmp from './tmp.ts'
import tmpPromise from './tmp-promise.ts'
import toadScheduler from './toad-scheduler.ts'
import trpcServer from './trpc-server.ts'
import typeorm from './typeorm.ts'
import ueberdb2 from './ueberdb2.ts'
import undici from './undici.ts'
import unixDgram from './unix-dgram.ts'
import unleashClient from './unleash-client.ts'
import uwebsocketsJs from './uwebsockets-js.ts'
import valkeyValkeyGlide from './valkey-valkey-glide.ts'
import winston from './winston.ts'
import winstonDailyRotateFile from './winston-daily-rotate-file.ts'
import winstonSyslog from './winston-syslog.ts'
import workerpool from './workerpool.ts'
import ws from './ws.ts'
import zeromq from './zeromq.ts'
import zigbeeHerdsman from './zigbee-herdsman.ts'

export const ALL: readonly Entry[] = [
  agenda,
  amqpConnectionManager,
  amqplib,
  apolloServer,
  apolloServerCore,
  applicationinsights,
  asyncExitHook,
  asyncMutex,
  azureEventHubs,
  azureServiceBus,
  basicFtp,
  beeQueue,
  betterSqlite3,
  bonjourService,
  bree,
  bull,
  bullmq,
  cacheManager,
  cacheManagerIoredisYet,
  cacheManagerRedisYet,
  cacheable,
  cassandraDriver,
  chokidar,
  clickhouseClient,
  closeWithGrace,
  configcatNode,
  confluentincKafkaJavascript,
  connect,
  connectMongo,
  connectPgSimple,
  couchbase,
  cron,
  croner,
  death,
  discordJs,
  drizzleOrm,
  duckdb,
  duckdbAsync,
  duckdbNodeApi,
  elasticApmNode,
  elasticElasticsearch,
  elasticsearch,
  eventsource,
  execa,
  exitHook,
  express,
  expressMysqlSession,
  expressWs,
  fastify,
  fastifyCli,
  fastifyElasticsearch,
  fastifyGracefulShutdown,
  fastifyLeveldb,
  fastifyMongodb,
  fastifyMysql,
  fastifyPiscina,
  fastifyPlugin,
  fastifyPostgres,
  fastifyRedis,
  fastifySocketIo,
  fastifyWebsocket,
  feathersjsExpress,
  feathersjsKoa,
  flagsmithNodejs,
  ftp,
  genericPool,
  godaddyTerminus,
  golevelupNestjsRabbitmq,
  googleCloudPubsub,
  grammy,
  graphileWorker,
  graphqlWs,
  graphqlYoga,
  grpcGrpcJs,
  hapiHapi,
  honoNodeServer,
  hotShots,
  httpGracefulShutdown,
  httpTerminator,
  imap,
  imapflow,
  influxdataInfluxdbClient,
  inversifyExpressUtils,
  ioredis,
  iovalkey,
  kafkajs,
  keyv,
  keyvMongo,
  keyvMysql,
  keyvPostgres,
  keyvRedis,
  keyvSqlite,
  keyvValkey,
  knex,
  koa,
  koaWebsocket,
  kysely,
  launchdarklyNodeServerSdk,
  ldapjs,
  ldapts,
  level,
  levelup,
  liaoliaotsNestjsRedis,
  libsqlClient,
  lightship,
  lilHttpTerminator,
  lmdb,
  log4js,
  loopbackRest,
  mariadb,
  measuredCore,
  memcached,
  memjs,
  mikroOrmCore,
  mikroOrmNestjs,
  moleculer,
  mongodb,
  mongoose,
  mqtt,
  mssql,
  mysql,
  mysql2,
  nats,
  neo4jDriver,
  neondatabaseServerless,
  nestjsApollo,
  nestjsBullmq,
  nestjsCacheManager,
  nestjsCommon,
  nestjsCore,
  nestjsCqrs,
  nestjsGraphql,
  nestjsI18n,
  nestjsMicroservices,
  nestjsModulesIoredis,
  nestjsMongoose,
  nestjsPlatformExpress,
  nestjsPlatformFastify,
  nestjsSchedule,
  nestjsSequelize,
  nestjsTypeorm,
  nestjsWebsockets,
  nodeCache,
  nodeChildProcess,
  nodeCleanup,
  nodeCluster,
  nodeCron,
  nodeDgram,
  nodeDiscover,
  nodeFs,
  nodeGraceful,
  nodeHttp,
  nodeHttp2,
  nodeHttps,
  nodeNet,
  nodeRdkafka,
  nodeSchedule,
  nodeSqlite,
  nodeTelegramBotApi,
  nodeTimers,
  nodeTimersPromises,
  nodeTls,
  nodeWorkerThreads,
  nodemailer,
  objection,
  opensearchProjectOpensearch,
  opentelemetryExporterPrometheus,
  opentelemetrySdkNode,
  opentelemetrySdkTraceNode,
  oracledb,
  pg,
  pgBoss,
  pgListen,
  pgPool,
  pgPromise,
  pino,
  piscina,
  platformaticKafka,
  playwright,
  polka,
  postgres,
  posthogNode,
  prismaClient,
  properLockfile,
  puppeteer,
  pyroscopeNodejs,
  rascal,
  redis,
  redlock,
  restify,
  rethinkdb,
  rhea,
  rheaPromise,
  rotatingFileStream,
  routingControllers,
  segmentAnalyticsNode,
  sentryNode,
  sequelize,
  sequelizeTypescript,
  serialport,
  serverDestroy,
  signalExit,
  slackBolt,
  slonik,
  socketIo,
  socketIoClient,
  sqlite,
  sqlite3,
  sqsConsumer,
  ssh2,
  ssh2SftpClient,
  statsigNode,
  stompStompjs,
  stoppable,
  tedious,
  telegraf,
  temporalioClient,
  temporalioWorker,
  throng,
  tmp,
  tmpPromise,
  toadScheduler,
  trpcServer,
  typeorm,
  ueberdb2,
  undici,
  unixDgram,
  unleashClient,
  uwebsocketsJs,
  valkeyValkeyGlide,
  winston,
  winstonDailyRotateFile,
  winstonSyslog,
  workerpool,
  ws,
  zeromq,
  zigbeeHerdsman,
]
