export { examples } from '../../cloudfunctions/host/openapi/examples'
