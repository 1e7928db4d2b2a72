// Package tls stands in for crypto/tls in worker.wasm. There workerd does TLS, yet
// net/http links Go's: its curves, certificates and self-tests are 390 KB of the
// bundle's 3 MB after gzip and a fifth of an instance's start, and never run. The
// build puts this file in their place with go build's -overlay; where the standard
// library of another Go version asks for more than stands here, it builds without.
//
// Here are the names that net/http uses. Whoever tries a connection gets an error.
package tls

import (
	"context"
	"crypto"
	"errors"
	"net"
)

// Versions that net/http compares with.
const (
	VersionTLS12 = 0x0303
	VersionTLS13 = 0x0304
)

var errNone = errors.New("tls: workerd does TLS, this program has none")

// Certificate is a certificate of net/http's server.
type Certificate struct {
	Certificate [][]byte
	PrivateKey  crypto.PrivateKey
}

// ConnectionState is what a connection agreed on: nothing.
type ConnectionState struct {
	Version, CipherSuite                          uint16
	HandshakeComplete, NegotiatedProtocolIsMutual bool
	NegotiatedProtocol, ServerName                string
	PeerCertificates                              []any
}

// ClientHelloInfo is what a client asks for.
type ClientHelloInfo struct{ ServerName string }

// Config has the fields that net/http sets.
type Config struct {
	Certificates             []Certificate
	GetCertificate           func(*ClientHelloInfo) (*Certificate, error)
	GetConfigForClient       func(*ClientHelloInfo) (*Config, error)
	NextProtos               []string
	ServerName               string
	InsecureSkipVerify       bool
	CipherSuites             []uint16
	MinVersion, MaxVersion   uint16
	PreferServerCipherSuites bool
}

// Clone copies a configuration.
func (c *Config) Clone() *Config { d := *c; return &d }

// Conn is a connection that never gets beyond its beginning.
type Conn struct{ net.Conn }

func (c *Conn) NetConn() net.Conn                          { return c.Conn }
func (c *Conn) Handshake() error                           { return errNone }
func (c *Conn) HandshakeContext(ctx context.Context) error { return errNone }
func (c *Conn) ConnectionState() ConnectionState           { return ConnectionState{} }
func (c *Conn) VerifyHostname(host string) error           { return errNone }
func (c *Conn) CloseWrite() error                          { return errNone }

// Client wraps a connection.
func Client(c net.Conn, config *Config) *Conn { return &Conn{c} }

// RecordHeaderError is how net/http learns of a peer that speaks no TLS.
type RecordHeaderError struct {
	Msg          string
	RecordHeader [5]byte
	Conn         net.Conn
}

func (e RecordHeaderError) Error() string { return "tls: " + e.Msg }

// Dialer dials nothing.
type Dialer struct {
	NetDialer *net.Dialer
	Config    *Config
}

// DialContext fails.
func (d *Dialer) DialContext(ctx context.Context, network, addr string) (net.Conn, error) {
	return nil, errNone
}

// Dial fails.
func Dial(network, addr string, config *Config) (*Conn, error) { return nil, errNone }

// Listen fails.
func Listen(network, addr string, config *Config) (net.Listener, error) { return nil, errNone }

// NewListener gives the listener itself.
func NewListener(inner net.Listener, config *Config) net.Listener { return inner }

// LoadX509KeyPair fails.
func LoadX509KeyPair(certFile, keyFile string) (Certificate, error) { return Certificate{}, errNone }
